/** The files that decide something about a request. One without a mutant is one nobody has tested. */
import { globSync } from 'node:fs'
import type { Mutant } from './mutant.ts'

const GATES = [
  'src/middleware/*.ts',
  'src/features/*/*.gate.ts',
  'src/auth/{cookie,endpoints,sign-in-limits}.ts',
  'src/{server,start}.ts',
]

/** What is among them and refuses nobody. */
const NO_GATES: Readonly<Record<string, string>> = {
  'src/middleware/access-order.ts': 'orders calls and refuses none; tests/races hold it to that',
  'src/middleware/context.ts': 'types',
  'src/middleware/organization-header.ts': 'the name of a header',
  'src/middleware/organization-assertion.ts': "the browser's half; the tenant gate holds it to it",
}

/** @returns the gate files that no mutant breaks, and the exceptions that are none any more */
export function unbroken(tree: string, mutants: readonly Mutant[]): string[] {
  const files = GATES.flatMap((pattern) => globSync(pattern, { cwd: tree }))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('.test.ts'))
  if (files.length === 0) throw new Error('there are no gates: look at the patterns')
  const broken = new Set(mutants.flatMap(({ edits }) => edits.map(({ file }) => file)))
  return [
    ...files
      .filter((file) => !broken.has(file) && !(file in NO_GATES))
      .map((file) => `${file} has no mutant`),
    ...Object.keys(NO_GATES)
      .filter((file) => !files.includes(file))
      .map((file) => `${file} is excepted and does not exist`),
  ]
}
