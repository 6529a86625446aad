/** What is left on a connection when a transaction ends badly: nothing of the tenant's. */
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { getPool } from '~/db/client'
import { type DoorMode, type TenantDb, withTenant } from '~/db/tenant-door'
import { LARKSPUR, TIDEWATER } from '../../scripts/seed/cast'
import { doorsForFile, sqlState } from '../support/doors'

/** One connection, so that whoever comes next gets the very one that had the accident. */
const database = doorsForFile({ DATABASE_POOL_SIZE: '1' })

interface Left {
  readonly pid: number
  readonly tenant: string
  readonly projects: number
}

/** What the next user of the pool finds, outside any transaction of the doors. */
async function whatIsLeft(): Promise<Left | undefined> {
  const { rows } = await getPool().query<Left>(`
    select pg_backend_pid() as pid, coalesce(current_setting('app.org_id', true), '') as tenant,
      (select count(*)::int from projects) as projects`)
  return rows[0]
}

/** Work that says which connection it has, and then meets with an accident. */
async function accident(
  work: (db: TenantDb) => Promise<unknown>,
  mode: DoorMode = 'write',
): Promise<[number, string]> {
  let pid = 0
  const state = await sqlState(
    withTenant(LARKSPUR, mode, async (db) => {
      const { rows } = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
      pid = rows[0]?.pid ?? 0
      if (mode === 'write') await db.execute(sql`update projects set description = 'half done'`)
      await work(db)
    }),
  )
  return [pid, state]
}

/** From another connection: waits for that one to sleep, and does this to it. */
async function whenAsleep(pid: number, what: 'pg_cancel_backend' | 'pg_terminate_backend') {
  for (;;) {
    const [row] = await database().query<{ asleep: boolean }>(
      `select query like '%pg_sleep%' and state = 'active' as asleep
       from pg_stat_activity where pid = $1`,
      [pid],
    )
    if (row?.asleep === true) break
  }
  await database().query(`select ${what}($1)`, [pid])
}

const cut = (pid = 0) => database().query('select pg_terminate_backend($1)', [pid])

const sleeping = async (db: TenantDb, meanwhile: 'pg_cancel_backend' | 'pg_terminate_backend') => {
  const { rows } = await db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  // Promise.resolve, since drizzle's promise sends its query whenever somebody waits for it.
  const asleep = Promise.resolve(db.execute(sql`select pg_sleep(60)`))
  asleep.catch(() => {}) // awaited below
  await whenAsleep(rows[0]?.pid ?? 0, meanwhile)
  await asleep
}

describe('attack 18: the pooled connection carries no tenant', () => {
  const accidents: readonly [string, (db: TenantDb) => Promise<unknown>, string][] = [
    ['an error of the database', (db) => db.execute(sql`select 1 / 0`), '22012'],
    [
      'an error of the handler',
      () => Promise.reject(new Error('a handler broke')),
      'a handler broke',
    ],
    ['a query that was cancelled', (db) => sleeping(db, 'pg_cancel_backend'), '57014'],
    [
      'a query that took too long',
      async (db) => {
        await db.execute(sql`set local statement_timeout = 20`)
        await db.execute(sql`select pg_sleep(60)`)
      },
      '57014',
    ],
    [
      'an error that the handler swallowed',
      // And went on: the end of a failed statement is heard a moment after its failure.
      async (db) => {
        await db.execute(sql`select 1 / 0`).catch(() => {})
        await db.execute(sql`select 1`).catch(() => {})
      },
      'the transaction was rolled back at commit',
    ],
  ]

  test.each(accidents)('after %s in a read', async (_what, work, state) => {
    const [pid, ended] = await accident(work, 'read')
    expect(ended).toBe(state)
    expect(await whatIsLeft()).toEqual({ pid, tenant: '', projects: 0 })
  })

  test('after an error that the handler did not wait for, nothing is kept of a change', async () => {
    const failing = async (db: TenantDb) => {
      // By the connection itself, which sends at once; drizzle's query would come after the commit.
      db.$client.query('select 1 / 0').catch(() => {})
    }
    const [pid, ended] = await accident(failing)
    expect(ended).toBe('the transaction was rolled back at commit')
    expect(await whatIsLeft()).toEqual({ pid, tenant: '', projects: 0 })
    expect(await halfDone()).toBe(0)
  })

  test.each(accidents)('after %s', async (_what, work, state) => {
    const [pid, ended] = await accident(work)
    expect(ended).toBe(state)
    expect(await whatIsLeft()).toEqual({ pid, tenant: '', projects: 0 })
    expect(await halfDone()).toBe(0)
  })

  test('after a connection that was cut, which is replaced', async () => {
    const [pid, ended] = await accident((db) => sleeping(db, 'pg_terminate_backend'))
    expect(ended).toMatch(/57P01|Connection terminated/)
    const left = await whatIsLeft()
    expect(left).toMatchObject({ tenant: '', projects: 0 })
    expect(left?.pid).not.toBe(pid)
    expect(await halfDone()).toBe(0)
  })

  test.each(['read', 'write'] as const)('after a %s that went well', async (mode) => {
    await withTenant(LARKSPUR, mode, async (db) => {
      await db.execute(sql`select 1`)
    })
    expect(await whatIsLeft()).toMatchObject({ tenant: '', projects: 0 })
  })

  test('after a connection that was lost at the end of a read: the read is answered, it is replaced', async () => {
    const before = await whatIsLeft()
    const answer = await withTenant(LARKSPUR, 'read', async (db) => {
      const { rows } = await db.execute<{ name: string }>(sql`select name from organizations`)
      // The commit is lost on its way, as it is when the network fails just then.
      const lost = async () => {
        Reflect.deleteProperty(db.$client, 'query')
        await cut(before?.pid)
        throw new Error('lost')
      }
      Reflect.set(db.$client, 'query', lost)
      return rows
    })
    expect(answer).toHaveLength(1)
    const left = await whatIsLeft()
    expect(left).toMatchObject({ tenant: '', projects: 0 })
    expect(left?.pid).not.toBe(before?.pid)
  })

  test('a read that ends before the error of what it asked is known is no success', async () => {
    const ended = withTenant(LARKSPUR, 'read', async (db) => {
      const failing = db.execute(sql`select 1 / (select 0 from pg_sleep(0.1))`)
      failing.catch(() => {})
      return 'done'
    })
    await expect(ended).rejects.toThrow('rolled back')
    expect(await whatIsLeft()).toMatchObject({ tenant: '', projects: 0 })
  })

  test('and no other id than an organization’s gets into the statement that sets it', async () => {
    const inserted = `${LARKSPUR}'; set local app.org_id = '${TIDEWATER}`
    const entered = withTenant(inserted, 'read', (db) => db.execute(sql`select 1`))
    await expect(entered).rejects.toThrow('something that is no id')
  })

  test('and a query that a handler sends after its end sees no row', async () => {
    const late = await withTenant(LARKSPUR, 'read', async (db) => {
      await db.execute(sql`select 1`)
      return db
    })
    expect((await late.execute(sql`select * from projects`)).rows).toEqual([])
  })
})

test('forty transactions of two organizations, interleaved on one connection, see their own rows', async () => {
  const seen = await Promise.all(
    Array.from({ length: 40 }, async (_, turn) => {
      const orgId = turn % 2 === 0 ? LARKSPUR : TIDEWATER
      const tenants = await withTenant(orgId, 'read', async (db) => {
        await db.execute(sql`select pg_sleep(${(turn % 5) / 1000})`)
        const { rows } = await db.execute<{ org_id: string }>(
          sql`select distinct org_id from documents`,
        )
        return rows.map((row) => row.org_id)
      })
      return { orgId, tenants }
    }),
  )
  for (const { orgId, tenants } of seen) expect(tenants).toEqual([orgId])
})

async function halfDone(): Promise<number> {
  const [row] = await database().query<{ rows: number }>(
    `select count(*)::int as rows from projects where description = 'half done'`,
  )
  return row?.rows ?? -1
}
