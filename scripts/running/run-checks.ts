/** Runs checks two at a time where they allow it, says one line about each, and adds them up. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './checks.ts'
import { projectFolder } from './files.ts'
import { duration } from './progress.ts'
import { sum } from './reports.ts'
import { type Verdict, endRunningChecks, runCheck } from './run-check.ts'
import { stopWhenAsked } from './stop-signals.ts'

const atOnce = 2

/** Runs them all, prints the result, and resolves to the exit code. */
export async function runChecks(checks: Check[]): Promise<number> {
  const started = performance.now()
  const reportFolder = join(projectFolder, '.gatehouse', `reports-${process.pid}`)
  mkdirSync(reportFolder, { recursive: true })
  const removeReports = () => rmSync(reportFolder, { recursive: true, force: true })
  stopWhenAsked(async () => {
    await endRunningChecks()
    removeReports()
    return 130
  })
  const verdicts = await runInOrder(checks, reportFolder)
  removeReports()
  return conclude(verdicts, started)
}

/** Starts whatever is next as soon as there is room for it, keeping the order of the list. */
async function runInOrder(checks: Check[], reportFolder: string): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  const underWay = new Map<Check, Promise<boolean>>()
  const finish = async (check: Check, missing: string[]) => {
    const verdict =
      missing.length > 0 ? notRun(check, missing) : await runCheck(check, reportFolder)
    verdicts.push(verdict)
    tell(verdict)
  }
  for (const check of checks) {
    const room = check.alone ? 1 : atOnce
    const awaited = () => [...underWay.keys()].some(({ name }) => check.needs?.includes(name))
    while (underWay.size >= room || awaited()) await Promise.race(underWay.values())
    const missing = (check.needs ?? []).filter(
      (name) => !verdicts.some((verdict) => verdict.check.name === name && verdict.failed === 0),
    )
    const done = finish(check, missing).then(() => underWay.delete(check))
    underWay.set(check, done)
    if (check.alone) await done
  }
  await Promise.all(underWay.values())
  return verdicts
}

function notRun(check: Check, missing: string[]): Verdict {
  const output = `It was not run, because this failed: ${missing.join(', ')}.`
  return { check, output, startedAt: performance.now(), passed: 0, failed: 1, skipped: [] }
}

function tell({ check, passed, failed, output, startedAt }: Verdict): void {
  const counts = check.report ? `${passed} passed${failed > 0 ? `, ${failed} failed` : ''}` : ''
  const mark = failed > 0 ? '✗' : '✓'
  console.log(`${mark} ${check.name.padEnd(14)} ${counts.padEnd(24)} ${duration(startedAt)}`)
  if (failed > 0) console.log(`\n${output.replaceAll(/^/gm, '    ')}\n`)
}

function conclude(verdicts: Verdict[], started: number): number {
  const { passed, failed, skipped } = sum(verdicts)
  const broken = verdicts.filter((verdict) => verdict.failed > 0).map(({ check }) => check.name)
  if (skipped.length > 0)
    console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`)
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`)
  console.log(`\nIn ${duration(started)}:`)
  console.log(`${passed} passed, ${failed} failed`)
  return failed > 0 || passed === 0 ? 1 : 0
}
