/**
 * Who is asking, and what may they do where they work? Answered once per request, always from the
 * database, in one prepared statement: a role that was taken away is gone on the next request.
 */
import { type Access, isPermission } from '~/authz'
import { type ResolvedMembership, type ResolvedSession, resolveSession } from '~/db/identity-door'
import { env } from '~/platform/env'
import { auth } from './better-auth'
import { sessionTokenOf } from './cookie'

/** The person behind a session. */
export interface Principal {
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly sessionId: string
}

/** The organization a session works in. */
export interface ActiveOrganization {
  readonly id: string
  readonly name: string
  readonly plan: string
}

export interface CurrentSession {
  readonly principal: Principal
  /** Null without an active organization, or without a membership in it. */
  readonly organization: ActiveOrganization | null
  readonly access: Access | null
  /** Compared under a lock by mutations; see middleware/membership.ts. */
  readonly accessVersion: string | null
}

/** One request's answer, shared by the gates of all the functions a page load calls. */
const answers = new WeakMap<Request, Promise<CurrentSession | null>>()

/**
 * The session of a request, or null for nobody.
 *
 * @throws AppError `unavailable` when the database cannot be asked: never an allow, never a guess
 */
export function sessionOf(request: Request): Promise<CurrentSession | null> {
  const known = answers.get(request)
  if (known !== undefined) return known
  const answer = lookUp(request)
  answers.set(request, answer)
  return answer
}

/** What is already known about a request's caller, for logs; asks nothing. */
export async function knownSessionOf(request: Request): Promise<CurrentSession | null> {
  return (await answers.get(request)?.catch(() => null)) ?? null
}

async function lookUp(request: Request): Promise<CurrentSession | null> {
  const token = sessionTokenOf(request.headers.get('cookie'))
  if (token === undefined) return null
  const session = await resolveSession(token, env().SESSION_ABSOLUTE_HOURS)
  if (session === undefined) return null
  await renewWhenDue(session, request)
  return toSession(session)
}

/** Sliding expiry: a session in use is extended, at most once per 24th of its idle time. */
async function renewWhenDue(session: ResolvedSession, request: Request): Promise<void> {
  const idle = env().SESSION_IDLE_HOURS * 3_600_000
  const left = session.expiresAt - Date.now()
  if (left < idle - idle / 24) await auth().api.getSession({ headers: request.headers })
}

function toSession({ id, user, membership }: ResolvedSession): CurrentSession {
  return {
    principal: { userId: user.id, name: user.name, email: user.email, sessionId: id },
    organization: membership?.organization ?? null,
    access: membership === null ? null : toAccess(user.id, membership),
    accessVersion: membership?.accessVersion ?? null,
  }
}

function toAccess(userId: string, membership: ResolvedMembership): Access {
  const { organization, id, status, roles, isBillingContact } = membership
  return {
    userId,
    orgId: organization.id,
    membershipId: id,
    status,
    isBillingContact,
    roles: roles.map(({ id: roleId, key, name }) => ({ id: roleId, key, name })),
    // The union; what the registry doesn't know grants nothing, even if a row says so.
    permissions: new Set(roles.flatMap(({ permissions }) => permissions.filter(isPermission))),
  }
}
