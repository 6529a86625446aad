/** The roles and databases of a cluster: the part of its life that is SQL. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, escapeIdentifier, escapeLiteral } from 'pg'
import { projectFolder } from '../running/files.ts'
import type { Passwords } from './cluster-home.ts'

/** All that another process needs to work with a running cluster. Plain JSON, and secret. */
export interface ClusterAddress {
  host: string
  port: number
  passwords: Passwords
}

/** What can be asked of a running cluster. */
export interface Databases {
  /** The address for the superuser: only for tests that look at the catalogue. */
  superuserUrl(database?: string): string
  /** The address for migrations. */
  ownerUrl(database: string): string
  /** The address for the server. */
  appUrl(database: string): string
  hasDatabase(name: string): Promise<boolean>
  /** Makes a database owned by gatehouse_owner, in which PUBLIC may do nothing and gatehouse_app may connect. A template must have no open connections. */
  createDatabase(name: string, options?: { template?: string }): Promise<void>
  /** Drops a database if it exists, ending its connections. */
  dropDatabase(name: string): Promise<void>
}

/** Works with a cluster that another process started, for example from a test worker. */
export function databasesAt(address: ClusterAddress): Databases {
  const urlFor = (login: keyof Passwords, database: string) =>
    `postgresql://${login}:${address.passwords[login]}@${address.host}:${address.port}/${encodeURIComponent(database)}`
  const superuserUrl = (database = 'postgres') => urlFor('postgres', database)
  return {
    superuserUrl,
    ownerUrl: (database) => urlFor('gatehouse_owner', database),
    appUrl: (database) => urlFor('gatehouse_app', database),
    hasDatabase: (name) =>
      withClient(
        superuserUrl(),
        async (client) =>
          (await client.query('SELECT FROM pg_database WHERE datname = $1', [name])).rowCount === 1,
      ),
    createDatabase: (name, { template } = {}) => createDatabase(superuserUrl, name, template),
    dropDatabase: (name) =>
      withClient(superuserUrl(), async (client) => {
        await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(name)} WITH (FORCE)`)
      }),
  }
}

/** Creates the three roles from drizzle/roles.sql, the file that an operator runs in production, and gives the logins their passwords. */
export async function ensureRoles(address: ClusterAddress): Promise<void> {
  await withClient(databasesAt(address).superuserUrl(), async (client) => {
    await client.query(readFileSync(join(projectFolder, 'drizzle', 'roles.sql'), 'utf8'))
    // Statements that fail are logged with their text, and these hold a password.
    await client.query("SET log_min_error_statement = 'panic'; SET log_statement = 'none'")
    for (const login of ['gatehouse_owner', 'gatehouse_app'] as const) {
      await client.query(`ALTER ROLE ${login} PASSWORD ${escapeLiteral(address.passwords[login])}`)
    }
  })
}

async function createDatabase(
  superuserUrl: Databases['superuserUrl'],
  name: string,
  template: string | undefined,
): Promise<void> {
  const database = escapeIdentifier(name)
  await withClient(superuserUrl(), async (client) => {
    const from = template === undefined ? '' : ` TEMPLATE ${escapeIdentifier(template)}`
    await client.query(`CREATE DATABASE ${database} OWNER gatehouse_owner${from}`)
    await client.query(
      `REVOKE ALL ON DATABASE ${database} FROM PUBLIC; GRANT CONNECT ON DATABASE ${database} TO gatehouse_app`,
    )
  })
  // PostgreSQL 15 does not let a NOINHERIT owner of the database use its schema public; 16 does.
  if (template === undefined) {
    await withClient(superuserUrl(name), async (client) => {
      await client.query('ALTER SCHEMA public OWNER TO gatehouse_owner')
    })
  }
}

async function withClient<Result>(
  url: string,
  task: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    return await task(client)
  } finally {
    await client.end()
  }
}
