/**
 * What was observed and how much was asked, collected from all workers. The numbers and the matrix
 * that they belong to are told at the end of a run.
 */
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runFolder } from '../harness/stage.ts'
import { readEntrances } from './entrances.ts'
import { writeMatrix } from './matrix.ts'

type Entry =
  | { readonly kind: 'row'; readonly entrance: string; readonly cells: readonly string[] }
  | { readonly kind: 'requests'; readonly sent: number; readonly refused: number }
  | { readonly kind: 'timing'; readonly entrance: string; readonly line: string }

const tallyFile = () => join(runFolder(), 'tally.jsonl')

export function note(entry: Entry): void {
  appendFileSync(tallyFile(), `${JSON.stringify(entry)}\n`)
}

/** Prints the counts; with UPDATE_MATRIX=1 also writes what was observed as the new matrix. */
export function reportTallies(): void {
  if (!existsSync(tallyFile())) return
  const entries = readFileSync(tallyFile(), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry) // written above
  const rows = entries.filter((entry) => entry.kind === 'row')
  if (process.env.UPDATE_MATRIX === '1') {
    const { functions, routes } = readEntrances()
    const served = new Set([...functions.map(({ id }) => id), ...routes.map(({ path }) => path)])
    writeMatrix(
      rows.map(({ entrance, cells }) => [entrance, cells]),
      served,
    )
  }
  const requests = entries.filter((entry) => entry.kind === 'requests')
  const sum = (pick: (entry: (typeof requests)[number]) => number): string =>
    requests.reduce((total, entry) => total + pick(entry), 0).toLocaleString('en')
  const timings = entries.filter((entry) => entry.kind === 'timing').map(({ line }) => line)
  const functions = rows.filter(({ entrance }) => !entrance.startsWith('/')).length
  tell([
    '',
    ...timings.toSorted(),
    `Rejection suite: ${functions} functions and ${rows.length - functions} routes × ` +
      `${rows[0]?.cells.length ?? 0} principals, ${sum((entry) => entry.sent)} requests, ` +
      `${sum((entry) => entry.refused)} refusals.`,
  ])
}

function tell(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}
