/** A person's own sessions: which there are, ending them, and where each of them works. */
import { and, desc, eq, gt, ne } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { getPool } from '~/db/client'
import { session, user } from '~/db/schema/auth'

/** Better Auth's own schema, read and written directly where it has no call by session id. */
const authDb = () => drizzle({ client: getPool() })

export interface SessionOfPerson {
  readonly id: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly device: string
  readonly address: string
}

/** @returns the person's live sessions, the latest first; never their tokens. */
export async function sessionsOf(userId: string): Promise<SessionOfPerson[]> {
  const rows = await authDb()
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, new Date())))
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
 * @returns false when this person has no such session
 */
export async function endSession(userId: string, sessionId: string): Promise<boolean> {
  const ended = await authDb()
    .delete(session)
    .where(and(eq(session.userId, userId), eq(session.id, sessionId)))
    .returning({ id: session.id })
  return ended.length === 1
}

/** Ends every session of the person but one. @returns how many ended. */
export async function endOtherSessions(userId: string, keepId: string): Promise<number> {
  const ended = await authDb()
    .delete(session)
    .where(and(eq(session.userId, userId), ne(session.id, keepId)))
    .returning({ id: session.id })
  return ended.length
}

/** Sets where a session works. The caller has verified the membership. */
export async function activateOrganization(sessionId: string, orgId: string): Promise<void> {
  await authDb()
    .update(session)
    .set({ activeOrganizationId: orgId })
    .where(eq(session.id, sessionId))
}

/** Changes the name a person goes by. */
export async function renamePerson(userId: string, name: string): Promise<void> {
  await authDb().update(user).set({ name, updatedAt: new Date() }).where(eq(user.id, userId))
}
