/**
 * The tenant door: the only way to an organization's rows.
 *
 * It opens a transaction whose `app.org_id` is one organization's id; row level security then
 * shows and accepts that organization's rows alone, whatever the query forgot. The setting ends
 * with the transaction, so a pooled connection never carries a tenant to its next user.
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import { connect } from './client'

/** One organization's rows, for as long as the transaction is open. */
export type TenantDb = NodePgDatabase & { readonly $client: PoolClient }

export type DoorMode = 'read' | 'write'

const SET_TENANT = {
  name: 'set_tenant',
  text: `select set_config('app.org_id', $1, true)`,
} as const

/**
 * Runs `work` inside one transaction of one organization and commits when it resolves.
 *
 * `begin` and the tenant are sent ahead without waiting (the connection is pipelined), so a read
 * costs two round trips more than it would without the wall, and not four.
 *
 * @param orgId the organization; checked by the caller against a live membership
 * @param mode `read` opens a read-only transaction: a GET that writes fails
 * @param work everything that must happen together; it must await all of its queries
 * @returns what `work` returned, after the commit
 * @throws AppError `unavailable` when the database cannot be reached; whatever `work` throws
 */
export async function withTenant<T>(
  orgId: string,
  mode: DoorMode,
  work: (db: TenantDb) => Promise<T>,
): Promise<T> {
  const client = await connect()
  let broken: Error | undefined
  try {
    const opening = Promise.all([
      client.query(mode === 'read' ? 'begin read only' : 'begin'),
      client.query({ ...SET_TENANT, values: [orgId] }),
    ])
    // Awaited below; this keeps a failure from surfacing as an unhandled rejection meanwhile.
    opening.catch(() => {})
    const result = await work(drizzle({ client }))
    await opening
    const ended = await client.query('commit')
    // After an error inside the transaction Postgres answers COMMIT with ROLLBACK, without failing.
    if (ended.command !== 'COMMIT') throw new Error('the transaction was rolled back at commit')
    return result
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    // A connection that could not roll back is closed: nobody inherits its transaction.
    client.release(broken)
  }
}

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed')
  }
}
