/** What `npm run check` and `npm test` run. */
import type { ReportKind } from './reports.ts'

/** One program whose verdict counts. */
export interface Check {
  name: string
  command: string[]
  /** Long enough for a slow machine; a check that hangs must not hang the whole run. */
  timeoutMinutes: number
  /** Counts its tests one by one; any other check counts as one. */
  report?: ReportKind
  /** Checks that must have passed before this one makes sense. */
  needs?: string[]
  /** Nothing else may run beside it: it measures time, or needs the whole machine. */
  alone?: boolean
}

/** Needs no build and no database. */
export const staticChecks: Check[] = [
  { name: 'types', command: ['tsc', '--noEmit'], timeoutMinutes: 5 },
  { name: 'lint', command: ['oxlint'], timeoutMinutes: 5 },
  { name: 'format', command: ['oxfmt', '--check'], timeoutMinutes: 5 },
  { name: 'import rules', command: ['tsx', 'scripts/boundaries.ts'], timeoutMinutes: 5 },
  { name: 'unused code', command: ['knip'], timeoutMinutes: 5 },
  vitest('architecture'),
]

/** All of it. The build comes first because most of what follows attacks the build, and the others fit beside it. */
export const allChecks: Check[] = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'], timeoutMinutes: 10 },
  ...staticChecks,
  // With coverage: an untaken branch of the evaluator fails it.
  vitest('unit', { command: ['--coverage'] }),
  vitest('integration', {
    command: ['--project', 'alone'],
    needs: ['build'],
    alone: true,
    timeoutMinutes: 15,
  }),
  // The rejection suite, then the journeys: in one run, for they begin on the same stage.
  {
    name: 'end to end',
    command: ['playwright', 'test'],
    timeoutMinutes: 30,
    report: 'playwright',
    needs: ['build'],
    alone: true,
  },
]

function vitest(project: string, more: Partial<Check> = {}): Check {
  return {
    name: project,
    timeoutMinutes: 10,
    report: 'vitest',
    ...more,
    command: ['vitest', 'run', '--project', project, ...(more.command ?? [])],
  }
}
