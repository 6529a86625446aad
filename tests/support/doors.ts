/** The product's own doors to the database, in the test's process, as the server's login. */
import { beforeAll } from 'vitest'
import { closePool } from '~/db/client'
import type { Database } from './database'
import { createOwnDatabase, type Settings } from './own-database'

/**
 * Points the doors of this test file at a database of its own.
 *
 * @param settings environment variables beside the usual ones; see `appForFile`
 */
export function doorsForFile(settings: Settings = {}): () => Database {
  let database: Database | undefined
  beforeAll(async () => {
    const { drop, ...made } = await createOwnDatabase(settings)
    database = made
    return async () => {
      await closePool()
      await drop()
    }
  })
  return () => {
    if (database === undefined) throw new Error('used before beforeAll has run')
    return database
  }
}

/** @returns the code that Postgres gave the error, or what it was instead */
export async function sqlState(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'no error'
  } catch (error) {
    return codeOf(error)
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'not an error'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause === undefined ? error.message : codeOf(error.cause)
}
