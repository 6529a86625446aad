/** A person's own sessions: which there are, ending them, and where each of them works. */
import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import { notFound } from '~/authz'
import { getPool } from '~/db/client'
import { session, user } from '~/db/schema/auth'
import { env } from '~/platform/env'
import { changeAccount, changeAccountIn } from './account-trail'
import type { Principal } from './session'

export interface SessionOfPerson {
  readonly id: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly device: string
  readonly address: string
}

/**
 * The person's live sessions, by the same two limits that a request is held to.
 *
 * @returns the latest first; never their tokens
 */
export async function sessionsOf(userId: string): Promise<SessionOfPerson[]> {
  const oldest = new Date(Date.now() - env().SESSION_ABSOLUTE_HOURS * 3_600_000)
  const rows = await drizzle({ client: getPool() })
    .select()
    .from(session)
    .where(
      and(
        eq(session.userId, userId),
        gt(session.expiresAt, new Date()),
        gt(session.createdAt, oldest),
      ),
    )
    .orderBy(desc(session.createdAt))
  return rows.map(({ id, createdAt, updatedAt, userAgent, ipAddress }) => ({
    id,
    createdAt,
    lastSeenAt: updatedAt,
    device: userAgent ?? 'Unknown device',
    address: ipAddress ?? 'unknown',
  }))
}

/**
 * Ends one of the person's own sessions; it is refused from its next request on.
 *
 * @throws AppError `not_found` for a session that isn't this person's, whosever it is
 */
export async function endSession(principal: Principal, sessionId: string): Promise<void> {
  await changeAccount(principal, 'account.revokeSession', async (db) => {
    const ended = await db
      .delete(session)
      .where(and(eq(session.userId, principal.userId), eq(session.id, sessionId)))
      .returning({ id: session.id })
    if (ended.length === 0) throw notFound()
    return { ended: sessionId }
  })
}

/** Ends every session of the person but the one in use. @returns how many ended. */
export async function endOtherSessions(principal: Principal): Promise<number> {
  const { ended } = await changeAccount(principal, 'account.revokeOtherSessions', async (db) => {
    const rows = await db
      .delete(session)
      .where(and(eq(session.userId, principal.userId), ne(session.id, principal.sessionId)))
      .returning({ id: session.id })
    return { ended: rows.length }
  })
  return ended
}

/**
 * Sets where the session works. The caller has verified the membership.
 *
 * @param db the transaction in which that was done, or made
 */
export async function activateOrganization(
  db: NodePgDatabase,
  principal: Principal,
  orgId: string,
): Promise<void> {
  await changeAccountIn(db, principal, 'organizations.switchOrganization', async () => {
    await db
      .update(session)
      .set({ activeOrganizationId: orgId })
      .where(eq(session.id, principal.sessionId))
    return { organization: orgId }
  })
}

/** Changes the name the person goes by. */
export async function renamePerson(principal: Principal, name: string): Promise<void> {
  await changeAccount(principal, 'account.updateAccount', async (db) => {
    await db.update(user).set({ name, updatedAt: new Date() }).where(eq(user.id, principal.userId))
    return { from: principal.name, to: name }
  })
}
