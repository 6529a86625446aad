/** Reads what a test runner wrote about itself for machines, so that nothing is counted by reading text for people. */
import { readFileSync } from 'node:fs'

/** What came of some tests. */
export interface Tally {
  passed: number
  failed: number
  skipped: string[]
}

/** Which runner wrote a report. */
export type ReportKind = 'vitest' | 'playwright'

/** The tally of a report, or undefined when there is none that can be read. */
export function readReport(kind: ReportKind, file: string): Tally | undefined {
  try {
    const report: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return kind === 'vitest' ? vitestTally(report) : playwrightTally(report)
  } catch {
    return undefined
  }
}

/** Adds tallies up. */
export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

/** The parts of the runners' formats that are used here; both are documented by the runners. */
interface VitestReport {
  testResults: {
    status: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

interface PlaywrightReport {
  errors: unknown[]
  suites: PlaywrightSuite[]
}

interface PlaywrightSuite {
  title: string
  suites?: PlaywrightSuite[]
  specs: { title: string; tests: { status: string; projectName: string }[] }[]
}

function vitestTally(report: unknown): Tally {
  const { testResults } = report as VitestReport // a wrong shape throws below, and counts as no report
  return sum(
    testResults.map(({ status, assertionResults }) => {
      const failed = assertionResults.filter((test) => test.status === 'failed').length
      const passed = assertionResults.filter((test) => test.status === 'passed').length
      return {
        passed,
        // A file that could not even be loaded has failed without a failing test.
        failed: status === 'failed' ? Math.max(failed, 1) : failed,
        skipped: assertionResults
          .filter((test) => test.status !== 'failed' && test.status !== 'passed')
          .map((test) => test.fullName),
      }
    }),
  )
}

function playwrightTally(report: unknown): Tally {
  const { errors, suites } = report as PlaywrightReport // as above
  const tally = sum(suites.map((suite) => suiteTally(suite, [])))
  // Errors outside any test: a file that does not load, a setup that fails.
  return { ...tally, failed: tally.failed + errors.length }
}

function suiteTally(suite: PlaywrightSuite, above: string[]): Tally {
  const path = [...above, suite.title]
  const own: Tally = { passed: 0, failed: 0, skipped: [] }
  for (const { title, tests } of suite.specs) {
    for (const { status } of tests) {
      if (status === 'expected') own.passed += 1
      else if (status === 'skipped') own.skipped.push([...path, title].join(' › '))
      // "flaky" passed at the second attempt: a guard that holds every other time does not hold.
      else own.failed += 1
    }
  }
  return sum([own, ...(suite.suites ?? []).map((child) => suiteTally(child, path))])
}
