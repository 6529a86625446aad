/** Holding something open: locks taken from outside, and waiting until somebody waits for them. */
import { expect } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import type { Database } from './database'

/** A lock held in a transaction of its own. */
export interface HeldLock {
  release(): Promise<void>
}

/** Locks what the query selects (`… for update`), as somebody else's long transaction would. */
export async function holdLock(
  database: Database,
  sql: string,
  values: readonly unknown[] = [],
): Promise<HeldLock> {
  const client = await database.connect('superuser')
  await client.query('begin')
  const { rowCount } = await client.query(sql, [...values])
  if (rowCount === 0) throw new Error(`nothing to lock: ${sql}`)
  return {
    async release() {
      await client.query('rollback')
    },
  }
}

/**
 * The end of Larkspur's trail, which a change writes last: whoever waits for it has done all else, and
 * committed nothing.
 */
export function holdTrail(database: Database): Promise<HeldLock> {
  return holdLock(database, 'select from audit_heads where org_id = $1 for update', [LARKSPUR])
}

/** Waits until this many of the server's connections wait for a lock. */
export async function untilWaiting(database: Database, many: number): Promise<void> {
  const waiting = async () => {
    const [row] = await database.query<{ many: number }>(
      `select count(*)::int as many from pg_stat_activity where datname = current_database()
         and usename = 'gatehouse_app' and wait_event_type = 'Lock'`,
    )
    return row?.many
  }
  await expect.poll(waiting, { timeout: 10_000, interval: 10 }).toBe(many)
}
