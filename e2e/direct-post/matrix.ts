/**
 * `matrix.txt`: what each principal gets at each entrance, checked in. A change of policy shows up
 * as a diff of it, whoever made it and wherever. `UPDATE_MATRIX=1` writes what was observed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PRINCIPALS } from './principals.ts'

const FILE = join(import.meta.dirname, 'matrix.txt')

const LEGEND = [
  '# Entrance × principal → what the production build answers, observed over HTTP.',
  '# Written by `UPDATE_MATRIX=1 npm run e2e:direct-post`; a difference fails the suite.',
  '# 401 not signed in · 403 member: no active membership · 403 permission missing · 404 not there, or',
  '# not theirs to know of · 402 plan: not in the plan. The other organization’s admin acts at home:',
  '# an ok of theirs is on their own rows.',
] as const

const NAME_WIDTH = 36
const CELL_WIDTH = 11

type MatrixRow = readonly [entrance: string, cells: readonly string[]]

/** @returns the checked-in line of an entrance, or undefined */
export function lineOf(entrance: string): string | undefined {
  return linesOf(readMatrix()).find((line) => line.startsWith(`${entrance} `))
}

/** @returns the entrances that the checked-in matrix knows */
export function entrancesInMatrix(): string[] {
  return linesOf(readMatrix()).map((line) => line.split(' ')[0] ?? '')
}

export function formatRow([entrance, cells]: MatrixRow): string {
  return [entrance.padEnd(NAME_WIDTH), ...cells.map((cell) => cell.padEnd(CELL_WIDTH))]
    .join(' ')
    .trimEnd()
}

/** Replaces the observed rows, keeps those that this run left out, drops those no longer served. */
export function writeMatrix(observed: readonly MatrixRow[], served: ReadonlySet<string>): void {
  const rows = new Map(linesOf(readMatrix()).map((line) => [line.split(' ')[0] ?? '', line]))
  for (const row of observed) rows.set(row[0], formatRow(row))
  const sorted = [...rows]
    .filter(([entrance]) => served.has(entrance))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
  const head = formatRow(['', PRINCIPALS])
  writeFileSync(FILE, `${[...LEGEND, '', head, ...sorted].join('\n')}\n`)
}

function linesOf(text: string): string[] {
  return text.split('\n').filter((line) => line !== '' && !/^[# ]/.test(line))
}

function readMatrix(): string {
  return existsSync(FILE) ? readFileSync(FILE, 'utf8') : ''
}
