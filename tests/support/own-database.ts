/**
 * The database of the server in this process. The environment is read once per process, and the files
 * of a project follow each other in one, so each file finds a fresh copy of the template at the same address.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { createTestDatabase, type Database } from './database'

export const ORIGIN = 'http://localhost:3000'

export type Settings = Readonly<Record<string, string>>

let settled: string | undefined

/**
 * @param settings environment variables beside the usual ones
 * @throws Error when an earlier file of this process has settled on others
 */
export async function createOwnDatabase(
  settings: Settings = {},
): Promise<Database & { drop: () => Promise<void> }> {
  const database = await createTestDatabase('own')
  const environment = {
    ...environmentFor(database.url('app'), ORIGIN),
    // Where several files run at once, a connection takes its time.
    DATABASE_WAIT_MS: '20000',
    ...settings,
  }
  const wanted = JSON.stringify(environment)
  if (settled !== undefined && settled !== wanted) {
    await database.drop()
    throw new Error('this file needs a process of its own: name it in ALONE of vitest.config.ts')
  }
  settled = wanted
  Object.assign(process.env, environment)
  return {
    ...database,
    async drop() {
      await database.drop()
      // The pools learn that their connections have ended, and offer none of them to the next file.
      await wait(20)
    },
  }
}

/** The environment of a server under test: the production's, with room for many sign-ins. */
export function environmentFor(databaseUrl: string, origin: string): Settings {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: inject('authSecret'),
    APP_URL: origin,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    SIGN_IN_LIMIT_PER_ADDRESS: '10000',
    SIGN_IN_LIMIT_PER_ACCOUNT: '10000',
  }
}
