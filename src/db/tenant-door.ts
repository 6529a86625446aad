/**
 * The tenant door: the only way to an organization's rows.
 *
 * It opens a transaction whose `app.org_id` is one organization's id; row level security then
 * shows and accepts that organization's rows alone, whatever the query forgot. The setting ends
 * with the transaction, so a pooled connection never carries a tenant to its next user.
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PoolClient } from 'pg'
import { validate as isUuid } from 'uuid'
import { tellCommitted } from '~/platform/lifecycle'
import { log } from '~/platform/log'
import { connect } from './client'
import { takePlace } from './places'

/** One organization's rows, for as long as the transaction is open. */
export type TenantDb = NodePgDatabase & { readonly $client: PoolClient }

export type DoorMode = 'read' | 'write'

/**
 * Runs `work` inside one transaction of one organization and commits when it resolves.
 *
 * The beginning and the tenant are one message, sent ahead without waiting (the connection is
 * pipelined). A read has nothing to lose at its commit, so its caller goes on without waiting for the
 * answer; the connection does wait, and serves nobody else until the transaction has ended. Where
 * something that was asked has no answer yet, the transaction's state is not known either: then the
 * end of a read is waited for too, and tells whether it had been aborted.
 *
 * @param orgId the organization; checked by the caller against a live membership
 * @param mode `read` opens a read-only transaction: a GET that writes fails
 * @param work everything that must happen together; it must await all of its queries
 * @returns what `work` returned; for `write`, after the commit
 * @throws AppError `unavailable` when the database cannot be reached, or too many changes of this
 *   organization are under way; whatever `work` throws
 */
export async function withTenant<T>(
  orgId: string,
  mode: DoorMode,
  work: (db: TenantDb) => Promise<T>,
): Promise<T> {
  const beginning = beginningOf(orgId, mode)
  if (mode === 'read') return transaction(beginning, mode, work)
  const giveBack = await takePlace(orgId)
  try {
    return await transaction(beginning, mode, work)
  } finally {
    giveBack()
  }
}

async function transaction<T>(
  beginning: string,
  mode: DoorMode,
  work: (db: TenantDb) => Promise<T>,
): Promise<T> {
  const client = await connect()
  const db = drizzle({ client })
  let result: T
  try {
    const opening = client.query(beginning)
    // Awaited below; this keeps a failure from surfacing as an unhandled rejection meanwhile.
    opening.catch(() => {})
    result = await work(db)
    await opening
    // An error that the handler swallowed: what it read or wrote is not what it thinks.
    if (client.getTransactionStatus() !== 'T') throw rolledBack()
  } catch (error) {
    client.release(await rollBack(client))
    throw error
  }
  const isOver = isAnswered(client)
  const ending = commit(client)
  if (mode === 'write') {
    await ending
    tellCommitted(db)
  } else if (!isOver) await ending
  else ending.catch((error: unknown) => log().warn({ error: String(error) }, 'a read did not end'))
  return result
}

function beginningOf(orgId: string, mode: DoorMode): string {
  // The id is written into the statement, since SET takes no parameters.
  if (!isUuid(orgId)) throw new Error('the tenant door was given something that is no id')
  return `${mode === 'read' ? 'begin read only' : 'begin'}; set local app.org_id = '${orgId}'`
}

/** Ends the transaction, and gives the connection back only when it has ended. */
async function commit(client: PoolClient): Promise<void> {
  let broken: Error | undefined
  try {
    const ended = await client.query('commit')
    // After an error inside the transaction Postgres answers COMMIT with ROLLBACK, without failing.
    if (ended.command !== 'COMMIT') throw rolledBack()
  } catch (error) {
    broken = await rollBack(client)
    throw error
  } finally {
    // A connection that could not roll back is closed: nobody inherits its transaction.
    client.release(broken)
  }
}

/**
 * Whether the server has answered everything that was sent: an error is known before the state that it
 * leaves behind. The driver's types leave the field out; without it, nothing counts as answered.
 */
function isAnswered(client: PoolClient): boolean {
  return Reflect.get(client, 'readyForQuery') === true
}

const rolledBack = () => new Error('the transaction was rolled back at commit')

async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback')
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error('rollback failed')
  }
}
