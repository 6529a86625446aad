/** What a run of the suite found, from Playwright's report for machines. */
import { stripVTControlCharacters } from 'node:util'

export interface Findings {
  /** Titles of the tests that passed. */
  readonly green: readonly string[]
  /** Titles of the tests that did not. */
  readonly red: readonly string[]
  /** What the failed assertions of the red ones say; some green ones are known to fail. */
  readonly messages: readonly string[]
  /** What went wrong outside of any test: a setup that failed, a file that does not load. */
  readonly trouble: readonly string[]
}

/** The parts of Playwright's format that are used here; it is documented by Playwright. */
interface Report {
  readonly errors: readonly { readonly message?: string }[]
  readonly suites: readonly Suite[]
}

interface Suite {
  readonly suites?: readonly Suite[]
  readonly specs: readonly Spec[]
}

interface Spec {
  readonly title: string
  readonly tests: readonly {
    readonly status: string
    readonly results: readonly { readonly errors: readonly { readonly message?: string }[] }[]
  }[]
}

/** @throws when it is no report */
export function readFindings(json: string): Findings {
  const { errors, suites } = JSON.parse(json) as Report // a wrong shape throws below
  const specs = suites.flatMap(specsIn)
  const isGreen = ({ tests }: Spec): boolean => tests.every(({ status }) => status === 'expected')
  const red = specs.filter((spec) => !isGreen(spec))
  return {
    green: specs.filter(isGreen).map(({ title }) => title),
    red: red.map(({ title }) => title),
    messages: red
      .flatMap(({ tests }) => tests)
      .flatMap(({ results }) => results.flatMap((result) => result.errors))
      .map(textOf),
    trouble: errors.map(textOf),
  }
}

function specsIn({ suites = [], specs }: Suite): readonly Spec[] {
  return [...specs, ...suites.flatMap(specsIn)]
}

function textOf({ message = '' }: { readonly message?: string }): string {
  return stripVTControlCharacters(message)
}
