/**
 * Databases for tests: copies of the migrated and seeded template, dropped when their test file is
 * done, and connections to them as each of the logins.
 */
import pg from 'pg'
import { beforeAll, inject } from 'vitest'
import { databasesAt } from '../../scripts/local-postgres'
import { TEMPLATE } from './global-setup'

export type Login = 'app' | 'owner' | 'superuser'

export interface Database {
  readonly name: string
  /** The address for one of the three logins. */
  url(login: Login): string
  /** A connection of its own, closed with the database. */
  connect(login: Login): Promise<pg.Client>
  /** One statement as the superuser, whom no row level security binds: to look, and to tamper. */
  query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>
}

let made = 0

/** A database of this file's own: call it at the top. @returns a function for the tests to get it */
export function databaseForFile(): () => Database {
  let database: Database | undefined
  beforeAll(async () => {
    const { drop, ...rest } = await createTestDatabase()
    database = rest
    return drop
  })
  return () => {
    if (database === undefined) throw new Error('used before beforeAll has run')
    return database
  }
}

/**
 * A copy of the template. Whoever makes it drops it.
 *
 * @param part of the database's name, for one that must have the same address in every file of this
 *   process
 */
export async function createTestDatabase(
  part = String((made += 1)),
): Promise<Database & { drop: () => Promise<void> }> {
  const cluster = databasesAt(inject('cluster'))
  const name = `test_${process.pid}_${part}`
  await cluster.createDatabase(name, { template: TEMPLATE })
  const url = (login: Login) => cluster[`${login}Url`](name)
  const clients: pg.Client[] = []
  const connect = async (login: Login) => {
    const client = new pg.Client({ connectionString: url(login) })
    // A test may end this connection from another one; that is no failure of the test.
    client.on('error', () => {})
    await client.connect()
    clients.push(client)
    return client
  }
  let superuser: Promise<pg.Client> | undefined
  return {
    name,
    url,
    connect,
    async query<Row extends object>(text: string, values: readonly unknown[] = []) {
      superuser ??= connect('superuser')
      return (await (await superuser).query<Row>(text, [...values])).rows
    },
    async drop() {
      await Promise.all(clients.map((client) => client.end()))
      await cluster.dropDatabase(name)
    },
  }
}
