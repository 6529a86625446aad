/**
 * The identity door: what must be known before a tenant is. Each question is one SECURITY DEFINER
 * function of the `identity` schema (drizzle/0002_identity_door.sql and later); there is no other
 * query without a tenant.
 */
import { sql } from 'drizzle-orm'
import { connect } from './client'
import type { TenantDb } from './tenant-door'

/** A role that the person holds in the active organization, with what it grants. */
export interface ResolvedRole {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly permissions: readonly string[]
}

/** Who holds a session, where they work, and what they may do there. */
export interface ResolvedSession {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly expiresAt: number
  readonly user: { readonly id: string; readonly name: string; readonly email: string }
  /** Null without an active organization, or without a membership in it. */
  readonly membership: ResolvedMembership | null
}

export interface ResolvedMembership {
  readonly organization: { readonly id: string; readonly name: string; readonly plan: string }
  readonly id: string
  readonly status: string
  readonly accessVersion: string
  readonly roles: readonly ResolvedRole[]
  readonly isBillingContact: boolean
}

/** What `identity.resolve_session` answers (drizzle/0026_roles_that_may_differ.sql). */
type SessionAnswer = readonly [facts: Facts, roles: readonly RoleAnswer[]]

type Facts = readonly [
  id: string,
  expiresAtSeconds: string,
  userId: string,
  userName: string,
  userEmail: string,
  ...membership: MembershipFacts | Nothing<MembershipFacts>,
]

type MembershipFacts = readonly [
  id: string,
  status: string,
  accessVersion: string,
  isBillingContact: 'true' | 'false',
  orgId: string,
  orgName: string,
  orgPlan: string,
]

type Nothing<Places extends readonly unknown[]> = { readonly [Place in keyof Places]: null }

type RoleAnswer = readonly [id: string, key: string, name: string, permissions: string | null]

/** An organization of a person, as the switcher shows it. */
export interface OrganizationOfPerson {
  org_id: string
  name: string
  plan: string
  status: string
}

/** A refusal to be put on record. */
export interface DenialRecord {
  id: string
  /** The person's id, or the address of an unknown caller. */
  caller: string
  orgId: string | null
  userId: string | null
  entrance: string
  code: string
  permission: string | null
  requestId: string
}

/**
 * Everything about a session that authorization needs, in one prepared statement.
 *
 * @param token the session's token, already verified against its signature
 * @param maxAgeHours hours since sign-in after which any session is over
 * @returns undefined for an unknown, revoked or expired session
 */
export async function resolveSession(
  token: string,
  maxAgeHours: number,
): Promise<ResolvedSession | undefined> {
  const [row] = await ask<{ session: SessionAnswer | null }>(
    'resolve_session',
    'select identity.resolve_session($1, $2::interval) as session',
    [token, `${maxAgeHours} hours`],
  )
  return row === undefined || row.session === null ? undefined : toSession(row.session)
}

function toSession([facts, roles]: SessionAnswer): ResolvedSession {
  const [id, expiresAtSeconds, userId, name, email, ...membership] = facts
  return {
    id,
    expiresAt: Number(expiresAtSeconds) * 1000,
    user: { id: userId, name, email },
    membership: membership[0] === null ? null : toMembership(membership, roles),
  }
}

function toMembership(
  [id, status, accessVersion, isBillingContact, orgId, orgName, plan]: MembershipFacts,
  roles: readonly RoleAnswer[],
): ResolvedMembership {
  return {
    organization: { id: orgId, name: orgName, plan },
    id,
    status,
    accessVersion,
    isBillingContact: isBillingContact === 'true',
    roles: roles
      .map(([roleId, key, roleName, permissions]) => ({
        id: roleId,
        key,
        name: roleName,
        permissions: permissions?.split(' ') ?? [],
      }))
      .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
  }
}

/** @returns every organization this person belongs to, suspended memberships included. */
export async function organizationsOf(userId: string): Promise<OrganizationOfPerson[]> {
  return ask('organizations_of', 'select * from identity.organizations_of($1)', [userId])
}

/**
 * How many organizations this person belongs to, and a lock until the transaction ends: nobody else
 * gets an answer meanwhile, so two who count before they add one don't both find room.
 *
 * @returns undefined while another transaction holds the lock; it isn't waited for, since one
 *   person's queue would take connections from everybody
 */
export async function countOrganizationsOf(
  db: TenantDb,
  userId: string,
): Promise<number | undefined> {
  const lock = await db.execute<{ held: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`organizations of ${userId}`}, 0)) as held`,
  )
  if (lock.rows[0]?.held !== true) return undefined
  // A statement of its own, begun when the lock is held: it sees what the last holder committed.
  const rows = await db.execute(sql`select from identity.organizations_of(${userId}::uuid)`)
  return rows.rows.length
}

/** An open invitation, as its token finds it. */
export interface FoundInvitation {
  readonly org_id: string
  readonly org_name: string
  readonly invitation_id: string
  readonly email: string
  readonly role_name: string
  readonly inviter_name: string
  /** The account that has this address; null where there is none. */
  readonly account_id: string | null
}

/** @returns the invitation whose token has this hash, while it is open */
export async function findInvitation(tokenHash: string): Promise<FoundInvitation | undefined> {
  const rows = await ask<FoundInvitation>(
    'find_invitation',
    'select * from identity.find_invitation($1)',
    [tokenHash],
  )
  return rows[0]
}

/** An open invitation of a person's own address. */
export interface InvitationOfPerson {
  readonly org_name: string
  readonly role_name: string
  readonly inviter_name: string
  readonly expires_at: Date
}

/**
 * @returns the open invitations of this person's address, if it was verified, to where they don't
 *   belong yet; the one that ends first at the beginning
 */
export async function openInvitationsOf(userId: string): Promise<InvitationOfPerson[]> {
  return ask('invitations_of', 'select * from identity.invitations_of($1)', [userId])
}

/** How often a caller was refused at an entrance within a minute, beyond what is on record. */
export interface DenialCount {
  readonly minute: Date
  readonly caller: string
  readonly entrance: string
  readonly count: number
}

/** Adds to the counts of refusals, all of them in one statement. */
export async function countDenials(counts: readonly DenialCount[]): Promise<void> {
  await ask('count_denials', 'select identity.count_denials($1, $2, $3, $4)', [
    counts.map(({ minute }) => minute.toISOString()),
    counts.map(({ caller }) => caller),
    counts.map(({ entrance }) => entrance),
    counts.map(({ count }) => count),
  ])
}

/** Puts a refusal on record; the database counts instead of storing when they come in floods. */
export async function recordDenial(denial: DenialRecord): Promise<void> {
  await ask('record_denial', 'select identity.record_denial($1, $2, $3, $4, $5, $6, $7, $8)', [
    denial.id,
    denial.caller,
    denial.orgId,
    denial.userId,
    denial.entrance,
    denial.code,
    denial.permission,
    denial.requestId,
  ])
}

/** Deletes some of what is kept for a time only. @returns how many rows; 0 when none is left */
export async function deleteExpiredRecords(): Promise<number> {
  const rows = await ask<{ deleted: number }>(
    'delete_expired_records',
    'select identity.delete_expired_records() as deleted',
    [],
  )
  return rows[0]?.deleted ?? 0
}

/** One named (hence prepared) statement on a connection of its own, outside any transaction. */
async function ask<Row extends object>(
  name: string,
  text: string,
  values: readonly (string | null | readonly (string | number)[])[],
): Promise<Row[]> {
  const client = await connect()
  let broken: Error | undefined
  try {
    const result = await client.query<Row>({ name, text, values: [...values] })
    return result.rows
  } catch (error) {
    broken = error instanceof Error ? error : new Error('query failed')
    throw error
  } finally {
    client.release(broken)
  }
}
