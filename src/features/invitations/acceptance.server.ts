/**
 * Accepting an invitation. The token was in a mail to one address, so whoever has it reads that
 * address; everything else is looked at again here, under the locks of the organization: that the
 * invitation is still open, and that its inviter may still give what it promises.
 */
import { getRequest } from '@tanstack/react-start/server'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { AppError, conflict, forbiddenBecause, isAppError, notFound } from '~/authz'
import { openTrail } from '~/audit/record'
import { createAccount, hashPassword } from '~/auth/accounts'
import { type Principal, sessionOf } from '~/auth/session'
import { activateOrganization } from '~/auth/sessions'
import { findInvitation, type FoundInvitation } from '~/db/identity-door'
import { memberRoles } from '~/db/schema/access'
import { invitations } from '~/db/schema/invitations'
import { memberships, organizations } from '~/db/schema/organizations'
import { type TenantDb, withTenant } from '~/db/tenant-door'
import { requireRolesInPlan } from '~/features/roles/roles.server'
import { assertSeat } from '~/middleware/quota'
import { newId } from '~/platform/ids'
import { announce } from '~/platform/lifecycle'
import { hashOfToken } from '~/platform/tokens'
import type { joinAsNewPersonSchema } from './invitations.schema'
import { mayStillGive } from './inviters.server'

/** @throws AppError `not_found` for a token that opens nothing, whatever the reason */
async function openInvitation(token: string): Promise<FoundInvitation> {
  const found = await findInvitation(hashOfToken(token))
  if (found === undefined) throw notFound()
  return found
}

/** What who holds the link must know to decide. Their own address tells them which account to use. */
export async function previewInvitation(token: string) {
  const { org_name, email, role_name, inviter_name, account_id } = await openInvitation(token)
  const session = await sessionOf(getRequest())
  return {
    organization: org_name,
    inviter: inviter_name,
    role: role_name,
    email,
    hasAccount: account_id !== null,
    signedInAs: session?.principal.email.toLowerCase() ?? null,
  }
}

/**
 * Joins as who is signed in, and goes on to work there.
 *
 * @throws AppError `not_found` for a token that opens nothing, and for one of another address
 */
export async function acceptInvitation(
  principal: Principal,
  token: string,
): Promise<{ organization: string }> {
  const found = await openInvitation(token)
  if (found.email !== principal.email.toLowerCase()) throw notFound()
  await withTenant(found.org_id, 'write', async (db) => {
    const author = { userId: principal.userId, name: principal.name }
    await join(db, found, hashOfToken(token), author, 'invitations.acceptInvitation')
    await activateOrganization(db, principal, found.org_id)
  })
  return { organization: found.org_name }
}

/**
 * Makes the account that the invitation is for, and joins with it: both or neither. The address is
 * verified by that, since the token was sent there.
 *
 * @throws AppError `conflict` where the address has an account: then its password decides
 */
export async function joinAsNewPerson(
  input: z.output<typeof joinAsNewPersonSchema>,
): Promise<{ email: string }> {
  const found = await openInvitation(input.token)
  if (found.account_id !== null) throw conflict('This address has an account. Sign in to join.')
  // Before the transaction: a hash takes a tenth of a second, and locks should not.
  const passwordHash = await hashPassword(input.password)
  await withTenant(found.org_id, 'write', async (db) => {
    const userId = await createAccount(db, { email: found.email, name: input.name, passwordHash })
    const author = { userId, name: input.name }
    const hash = hashOfToken(input.token)
    await join(db, found, hash, author, 'invitations.joinAsNewPerson')
  })
  return { email: found.email }
}

async function join(
  db: TenantDb,
  found: FoundInvitation,
  tokenHash: string,
  person: { readonly userId: string; readonly name: string },
  action: string,
): Promise<void> {
  const orgId = found.org_id
  // The lock that changes of access queue for: of fifty acceptances the second finds it accepted,
  // and an inviter who is being demoted is demoted before or after, not meanwhile.
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${orgId}::text, 0))`)
  const [invitation] = await db
    .select({ inviterId: invitations.inviterId, roleId: invitations.roleId })
    .from(invitations)
    .where(
      and(
        eq(invitations.orgId, orgId),
        eq(invitations.id, found.invitation_id),
        eq(invitations.tokenHash, tokenHash),
        eq(invitations.status, 'pending'),
        gt(invitations.expiresAt, sql`now()`),
      ),
    )
  // What is open promises a role: the database holds to that.
  if (invitation?.roleId == null) throw notFound()
  const { inviterId, roleId } = invitation
  const promised = { inviterId, roleId }
  const mayGive = await mayStillGive(db, orgId, [promised])
  // A demoted admin's invitations are worth nothing.
  if (!mayGive(promised)) {
    throw forbiddenBecause('Who invited you may no longer do so. Ask for another invitation.')
  }
  const [organization] = await db
    .select({ id: organizations.id, plan: organizations.plan })
    .from(organizations)
    .where(eq(organizations.id, orgId))
  if (organization === undefined) throw notFound()
  await inOtherWords(roleIsGone(found), requireRolesInPlan(db, organization, [roleId]))
  await inOtherWords(noRoomIn(found), assertSeat(db, orgId))
  const membershipId = newId()
  const made = await db
    .insert(memberships)
    .values({ orgId, id: membershipId, userId: person.userId })
    .onConflictDoNothing()
    .returning({ id: memberships.id })
  if (made.length === 0) throw conflict('You belong to this organization already.')
  await db.insert(memberRoles).values({ orgId, membershipId, roleId })
  const event = { orgId, actorId: person.userId, memberId: membershipId, roleId }
  announce(db, 'assignment.created', event)
  await db
    .update(invitations)
    .set({ status: 'accepted' })
    .where(and(eq(invitations.orgId, orgId), eq(invitations.id, found.invitation_id)))
  const trail = openTrail(db, { orgId, actorId: person.userId, actorName: person.name, action })
  await trail.record({
    target: { type: 'member', id: membershipId, name: person.name },
    after: { roles: [found.role_name], invitedBy: found.inviter_name },
  })
}

/** Whoever is invited can change no plan, and is told nothing of it. */
async function inOtherWords(words: string, checked: Promise<void>): Promise<void> {
  try {
    await checked
  } catch (error) {
    if (!isAppError(error) || error.status !== 402) throw error
    throw new AppError(error.code, words)
  }
}

const noRoomIn = ({ org_name }: FoundInvitation): string =>
  `${org_name} has no room for more members at the moment. Ask who invited you.`

const roleIsGone = ({ org_name, role_name }: FoundInvitation): string =>
  `${org_name} cannot give the role ${role_name} at the moment. Ask who invited you.`
