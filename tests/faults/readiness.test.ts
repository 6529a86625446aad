/** A server whose walls would not hold does not start, and says why. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { appForFile } from '../support/app'
import { type Database, scratchDatabase } from '../support/database'
import { refusalToStart, startServer } from '../support/server-process'

const app = appForFile()

test('a server with a login of its own, every wall and every migration starts', async () => {
  const database = await scratchDatabase()
  const server = await startServer(database.url('app'))
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
  await server.stop()
  expect(server.isAlive()).toBe(false)
})

/** Another login, with rights of its own, for one test. */
async function loginWith(database: Database, rights: string): Promise<string> {
  const name = `login_of_${database.name}`
  await database.query(`create role ${name} login password 'only here' ${rights}`)
  await database.query(`grant gatehouse_app to ${name}`)
  await database.query(`grant connect on database ${database.name} to ${name}`)
  onTestFinished(async () => {
    await database.query(`drop owned by ${name} cascade`)
    await database.query(`drop role ${name}`)
  })
  const url = new URL(database.url('app'))
  url.username = name
  url.password = 'only here'
  return url.href
}

describe('a server refuses to start', () => {
  test('as a superuser', async () => {
    const database = await scratchDatabase()
    const { exitCode, said } = await refusalToStart(database.url('superuser'), {})
    expect(exitCode).toBe(1)
    expect(said).toContain('the database login is a superuser')
  })

  test('as the owner of the tables', async () => {
    const database = await scratchDatabase()
    const { exitCode, said } = await refusalToStart(database.url('owner'), {
      DATABASE_OWNER_URL: database.url('superuser'),
    })
    expect(exitCode).toBe(1)
    expect(said).toContain('the database login owns tables')
  })

  test('as the login that migrates, by its name alone', async () => {
    const database = await scratchDatabase()
    const { said } = await refusalToStart(database.url('owner'), {})
    expect(said).toContain('DATABASE_URL and DATABASE_OWNER_URL name the same login')
  })

  test('as a login that row level security does not bind', async () => {
    const database = await scratchDatabase()
    const { said } = await refusalToStart(await loginWith(database, 'bypassrls'), {})
    expect(said).toContain('the database login has BYPASSRLS')
  })

  test.each([
    ['create roles', 'createrole', 'may create roles'],
    ['replicate', 'replication', 'may replicate'],
    ['become a superuser', 'in role postgres', 'can become postgres'],
    ['become the identity door', 'in role gatehouse_identity', 'can become gatehouse_identity'],
    ['read all data', 'in role pg_read_all_data', 'can become pg_read_all_data'],
    ['write all data', 'in role pg_write_all_data', 'can become pg_write_all_data'],
    ['run programs', 'in role pg_execute_server_program', 'can become pg_execute_server_program'],
  ])('as a login that can %s', async (_what, rights, reason) => {
    const database = await scratchDatabase()
    const { exitCode, said } = await refusalToStart(await loginWith(database, rights), {})
    expect(exitCode).toBe(1)
    expect(said).toContain(reason)
  })

  test('as a login whose transactions see an old state of things', async () => {
    const database = await scratchDatabase()
    const url = await loginWith(database, '')
    await database.query(
      `alter role login_of_${database.name} set default_transaction_isolation = 'serializable'`,
    )
    const { said } = await refusalToStart(url, {})
    expect(said).toContain('transactions are serializable by default')
  })

  test('as a login that can become the owner', async () => {
    const database = await scratchDatabase()
    const url = await loginWith(database, 'in role gatehouse_owner')
    const { said } = await refusalToStart(url, {})
    expect(said).toContain('the database login owns tables')
  })
})

describe('a server is not ready', () => {
  const damages: readonly [what: string, sql: string, undo: string, reason: string][] = [
    [
      'a wall that the owner escapes',
      'alter table projects no force row level security',
      'alter table projects force row level security',
      'table projects has no forced row level security',
    ],
    [
      'a wall that is switched off',
      'alter table organizations disable row level security',
      'alter table organizations enable row level security',
      'table organizations has no forced row level security',
    ],
    [
      'a new tenant table without a wall',
      'create table notes (org_id uuid not null, id uuid, primary key (org_id, id))',
      'drop table notes',
      'table notes has no forced row level security',
    ],
    [
      'a migration that is pending',
      'update drizzle.__drizzle_migrations set created_at = created_at - 1',
      'update drizzle.__drizzle_migrations set created_at = created_at + 1',
      'migrations are pending: npm run db:migrate',
    ],
    [
      'a database from a later build',
      `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 9999999999999)`,
      `delete from drizzle.__drizzle_migrations where hash = 'later'`,
      'the database is newer than this build',
    ],
  ]

  test.each(damages)('with %s', async (_what, sql, undo, reason) => {
    await app.database.query(sql)
    try {
      await expect(app.assertReady()).rejects.toThrow(reason)
    } finally {
      await app.database.query(undo)
    }
    await expect(app.assertReady()).resolves.toBeUndefined()
  })

  test('and says so to whoever asks, soon after, without the reason', async () => {
    const probe = async () => {
      const answer = await app.nobody.request('/readyz')
      const said: unknown = await answer.json()
      return [answer.status, said]
    }
    const soon = { timeout: 10_000 }
    await expect.poll(probe, soon).toEqual([200, { status: 'ready' }])
    await app.database.query('alter table projects no force row level security')
    await expect.poll(probe, soon).toEqual([503, { status: 'not ready' }])
    await app.database.query('alter table projects force row level security')
    await expect.poll(probe, soon).toEqual([200, { status: 'ready' }])
  })
})
