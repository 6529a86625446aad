/** What is tried, two at a time, and a line about each. */
import { duration } from '../../scripts/running/progress.ts'
import { unbroken } from './gate-files.ts'
import { MUTANTS } from './list/all-mutants.ts'
import type { Mutant } from './mutant.ts'
import { isGivenUp } from './processes.ts'
import { failed, type Verdict } from './verdict.ts'
import { tryControl, tryMutant, type Workshop } from './workshop.ts'

/** Each is a build, a server and a suite. */
const AT_ONCE = 2

interface Trial {
  readonly name: string
  readonly run: () => Promise<Verdict>
}

/** The mutants, and before them what makes their verdicts worth something. */
export function trialsOf(workshop: Workshop, mutants: readonly Mutant[]): readonly Trial[] {
  const tests = mutants
    .filter(({ additions }) => additions === undefined)
    .map(({ killedBy }) => killedBy)
  return [
    { name: 'every gate file has a mutant', run: () => everyGateFile(workshop) },
    { name: 'nothing broken (the control)', run: () => tryControl(workshop, tests) },
    ...mutants.map((mutant) => ({
      name: mutant.name,
      run: () => tryMutant(workshop, mutant),
    })),
  ]
}

export async function tryAll(
  trials: readonly Trial[],
): Promise<{ passed: number; failed: number }> {
  const waiting = trials.values()
  const count = { passed: 0, failed: 0 }
  const lane = async (): Promise<void> => {
    for (const { name, run } of waiting) {
      const began = performance.now()
      const verdict = await run()
      if (isGivenUp()) return
      count[verdict.passed ? 'passed' : 'failed'] += 1
      tell(name, verdict, duration(began))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return count
}

/** All mutants, not only the chosen ones: a gate file without any is nobody's. */
function everyGateFile({ sources }: Workshop): Promise<Verdict> {
  const problems = unbroken(sources, MUTANTS)
  return Promise.resolve(
    problems.length > 0 ? failed('no', problems.join('\n')) : { passed: true, words: 'yes' },
  )
}

function tell(name: string, { passed, words, details }: Verdict, took: string): void {
  console.log(`${passed ? '✓' : '✗'} ${name.padEnd(60)} ${words.padEnd(24)} ${took.padStart(10)}`)
  if (details !== undefined) console.log(`\n${details.replaceAll(/^/gm, '    ')}\n`)
}
