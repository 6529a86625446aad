/** Runs one check to its verdict, and nothing of it any longer than that. */
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Check } from './checks.ts'
import { childExit, endChild, settlesWithin, startChild } from './child-processes.ts'
import { projectFolder } from './files.ts'
import { type Tally, readReport } from './reports.ts'

/** How it went. */
export interface Verdict extends Tally {
  check: Check
  /** What the check printed, with what there is to say about how it ended. */
  output: string
  startedAt: number
}

const compiled = join(projectFolder, '.gatehouse', 'compiled')
const running = new Set<ChildProcess>()
let givenUp = false

/** Runs a check; its report goes into this folder. Never rejects: a check that can't be run has failed. */
export async function runCheck(check: Check, reportFolder: string): Promise<Verdict> {
  const startedAt = performance.now()
  const reportFile = join(reportFolder, `${check.name}.json`)
  const { code, output, timedOut } = await run(check, reportFile)
  const tally = judge(check, code, reportFile)
  const remarks = [
    timedOut ? `It was ended after ${check.timeoutMinutes} minutes.` : '',
    check.report && tally.passed + tally.failed === 0 ? 'No test was run.' : '',
    check.report && !readReport(check.report, reportFile) ? 'It left no report.' : '',
    code === 0 ? '' : `Its exit code was ${code}.`,
  ]
  const failed = tally.failed > 0 ? tally.failed : Number(remarks.some((remark) => remark !== ''))
  return {
    check,
    startedAt,
    ...tally,
    failed,
    output: [stripVTControlCharacters(output).trim(), ...remarks.filter(Boolean)].join('\n'),
  }
}

/** A runner that fails without a failing test, or runs no test at all, has failed: see the remarks above. */
function judge(check: Check, code: number, reportFile: string): Tally {
  const nothing: Tally = { passed: 0, failed: 0, skipped: [] }
  if (check.report) return readReport(check.report, reportFile) ?? nothing
  return code === 0 ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 }
}

/** Ends everything that is running, for a run that is given up; nothing more is started. */
export async function endRunningChecks(): Promise<void> {
  givenUp = true
  await Promise.all([...running].map((child) => endChild(child, { graceMs: 10_000, group: true })))
}

async function run(check: Check, reportFile: string) {
  if (givenUp) return { code: 1, output: '', timedOut: false }
  const [program = '', ...args] = [...check.command, ...reportArguments(check, reportFile)]
  // A process group of its own, so that a browser or a database can be ended along with it.
  const child = startChild(program, args, {
    cwd: projectFolder,
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
    env: environment(check, reportFile),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.on('error', (error) => (output += error.message))
  const exited = childExit(child)
  const timedOut = !(await settlesWithin(check.timeoutMinutes * 60_000, exited))
  await endChild(child, { graceMs: 10_000, group: true })
  running.delete(child)
  return { code: await exited, output, timedOut }
}

function reportArguments(check: Check, reportFile: string): string[] {
  if (check.report === 'vitest')
    return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  if (check.report === 'playwright') return ['--reporter=list,json']
  return []
}

/**
 * The same on every machine: no colours to read around, no snapshot written, no question asked.
 * Hundreds of processes load the same modules, so what the first of them compiled serves the others;
 * but not where coverage is counted, which is less exact in code that was compiled before.
 */
function environment(check: Check, reportFile: string): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, ...own } = process.env
  const bin = join(projectFolder, 'node_modules', '.bin')
  const separator = process.platform === 'win32' ? ';' : ':'
  return {
    ...own,
    ...(check.command.includes('--coverage') ? {} : { NODE_COMPILE_CACHE: compiled }),
    CI: '1',
    NO_COLOR: '1',
    PATH: `${bin}${separator}${process.env.PATH ?? ''}`,
    PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile,
  }
}
