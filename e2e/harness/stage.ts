/**
 * What the global setup has prepared for all workers: a running PostgreSQL, a database in it to
 * copy, and the cookies of people who have signed in there. It holds passwords, so it travels in a
 * file that only this user can read; the environment names the file.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClusterAddress } from '../../scripts/local-postgres.ts'

export interface Stage {
  readonly cluster: ClusterAddress
  /** The database that each worker copies: migrated, seeded, with sessions. */
  readonly template: string
  /** Signs the cookies below, so every server of the run must use it. */
  readonly secret: string
  /** The Cookie header of each person, by their key in `people.ts`. */
  readonly cookies: Readonly<Record<string, string>>
}

const STAGE = 'GATEHOUSE_E2E_STAGE'
const RUN = 'GATEHOUSE_E2E_RUN'

/** @returns whether a caller (the mutants' runner) has prepared a stage for several runs. */
export function stageIsSet(): boolean {
  return process.env[STAGE] !== undefined
}

export function writeStage(folder: string, stage: Stage): void {
  const file = join(folder, 'stage.json')
  writeFileSync(file, JSON.stringify(stage), { mode: 0o600 })
  process.env[STAGE] = file
}

export function readStage(): Stage {
  // Written by writeStage above, in this run.
  return JSON.parse(readFileSync(named(STAGE), 'utf8')) as Stage
}

/** Where this run keeps its logs and its tallies. */
export function runFolder(): string {
  return named(RUN)
}

export function setRunFolder(folder: string): void {
  process.env[RUN] = folder
}

function named(variable: string): string {
  const value = process.env[variable]
  if (value === undefined) throw new Error(`${variable} is not set: run this through Playwright`)
  return value
}
