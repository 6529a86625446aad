/** A server whose walls would not hold does not start, and says why. */
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { appForFile } from '../support/app'
import { refusalToStart, startServer } from '../support/server-process'
import { readinessProblemsAs } from '../support/unbooted'

const app = appForFile()

test('a server with a login of its own, every wall and every migration starts', async () => {
  const server = await startServer(app.database.url('app'))
  expect((await fetch(`${server.origin}/readyz`)).status).toBe(200)
  await server.stop()
  expect(server.isAlive()).toBe(false)
})

let logins = 0

/** Another login, with rights of its own, for one test. */
async function loginWith(rights: string, setting = ''): Promise<string> {
  const { database } = app
  logins += 1
  const name = `login_${logins}_of_${database.name}`
  await database.query(`create role ${name} login password 'only here' ${rights}`)
  await database.query(`grant gatehouse_app to ${name}`)
  await database.query(`grant connect on database ${database.name} to ${name}`)
  if (setting !== '') await database.query(`alter role ${name} set ${setting}`)
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
    const { exitCode, said } = await refusalToStart(app.database.url('superuser'), {})
    expect(exitCode).toBe(1)
    expect(said).toContain('the database login is a superuser')
  })

  test('as the login that migrates, by its name alone', async () => {
    const { said } = await refusalToStart(app.database.url('owner'), {})
    expect(said).toContain('DATABASE_URL and DATABASE_OWNER_URL name the same login')
  })
})

/** What a superuser's start shows to end the process, asked of each other login without starting one. */
describe('a server finds a reason not to start', () => {
  const problemsAs = async (url: string) => (await readinessProblemsAs(url)).join('\n')

  test('but none as its own login', async () => {
    expect(await problemsAs(app.database.url('app'))).toBe('')
    expect(await problemsAs(await loginWith(''))).toBe('')
  })

  test('as the owner of the tables', async () => {
    const problems = await problemsAs(app.database.url('owner'))
    expect(problems).toContain('the database login owns tables')
  })

  test.each([
    ['row level security does not bind', 'bypassrls', 'the database login has BYPASSRLS'],
    ['can create roles', 'createrole', 'may create roles'],
    ['can replicate', 'replication', 'may replicate'],
    ['can become a superuser', 'in role postgres', 'can become postgres'],
    ['can become the identity door', 'in role gatehouse_identity', 'can become gatehouse_identity'],
    ['can read all data', 'in role pg_read_all_data', 'can become pg_read_all_data'],
    ['can write all data', 'in role pg_write_all_data', 'can become pg_write_all_data'],
    [
      'can run programs',
      'in role pg_execute_server_program',
      'can become pg_execute_server_program',
    ],
    ['can become the owner', 'in role gatehouse_owner', 'the database login owns tables'],
  ])('as a login that %s', async (_what, rights, reason) => {
    expect(await problemsAs(await loginWith(rights))).toContain(reason)
  })

  test('as a login whose transactions see an old state of things', async () => {
    const url = await loginWith('', `default_transaction_isolation = 'serializable'`)
    expect(await problemsAs(url)).toContain('transactions are serializable by default')
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

  test('and says so to whoever asks, without the reason; each verdict stands for a second', async () => {
    const clock = vi.spyOn(performance, 'now')
    onTestFinished(() => clock.mockRestore())
    const begin = performance.now() + 60_000
    /** What many are told at once, so long after the first of them asked. */
    const told = async (milliseconds: number) => {
      clock.mockReturnValue(begin + milliseconds)
      const answers = Array.from({ length: 10 }, () => app.nobody.request('/readyz'))
      const said = (await Promise.all(answers)).map(async (answer) =>
        [answer.status, await answer.text()].join(' '),
      )
      return [...new Set(await Promise.all(said))]
    }
    const [ready, notReady] = ['200 {"status":"ready"}', '503 {"status":"not ready"}']
    expect(await told(0)).toEqual([ready])
    await app.database.query('alter table projects no force row level security')
    expect(await told(999)).toEqual([ready])
    expect(await told(1_000)).toEqual([notReady])
    await app.database.query('alter table projects force row level security')
    expect(await told(1_999)).toEqual([notReady])
    expect(await told(2_000)).toEqual([ready])
  })
})
