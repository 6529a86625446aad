/**
 * Changes that people make to their own accounts. They belong to no organization, so they are
 * recorded apart from its audit trail, but by the same rule: a change and its record are one
 * transaction, and without the record there is no change.
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { getPool } from '~/db/client'
import { accountEvents } from '~/db/schema/audit'
import { newId } from '~/platform/ids'
import type { Principal } from './session'

/** What was changed, in facts; never a token or a password. */
export type AccountChange = Readonly<Record<string, string | number>>

/**
 * Runs one change of the principal's account and records it.
 *
 * @param action the server function that does it, by its stable id
 * @param work makes the change in the given transaction and says what it was
 * @returns what `work` said
 */
export async function changeAccount<Details extends AccountChange>(
  principal: Principal,
  action: string,
  work: (db: NodePgDatabase) => Promise<Details>,
): Promise<Details> {
  return drizzle({ client: getPool() }).transaction((tx) =>
    changeAccountIn(tx, principal, action, work),
  )
}

/** The same within a transaction that is open already, and does more. */
export async function changeAccountIn<Details extends AccountChange>(
  tx: NodePgDatabase,
  principal: Principal,
  action: string,
  work: (db: NodePgDatabase) => Promise<Details>,
): Promise<Details> {
  const details = await work(tx)
  await tx.insert(accountEvents).values({
    id: newId(),
    at: new Date(),
    userId: principal.userId,
    sessionId: principal.sessionId,
    action,
    details,
  })
  return details
}
