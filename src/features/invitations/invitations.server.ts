/** Invitations as an organization handles them: sent, sent again, taken back. */
import { and, desc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { canAccess, conflict, notFound, type Permission } from '~/authz'
import { enqueueMail } from '~/db/jobs'
import { roles } from '~/db/schema/access'
import { invitations } from '~/db/schema/invitations'
import { memberProfiles } from '~/db/schema/organizations'
import type { TenantDb } from '~/db/tenant-door'
import { type GivenRole, grantableRoles } from '~/features/members/member-roles.server'
import type { TenantContext } from '~/middleware/context'
import { assertRoom } from '~/middleware/quota'
import { checkedRow } from '~/middleware/resource'
import { newId } from '~/platform/ids'
import { hashOfToken, newToken } from '~/platform/tokens'
import type { inviteMemberSchema } from './invitations.schema'
import { mayStillGive } from './inviters.server'
import { countRecipient, countSender, type Way } from './sending-limits.server'

const DAYS = 7
const MOST_SHOWN = 500

export const ALREADY_A_MEMBER = 'This address belongs to a member already.'
export const ALREADY_INVITED = 'This address has been invited already.'

const columns = {
  id: invitations.id,
  orgId: invitations.orgId,
  email: invitations.email,
  roleId: roles.id,
  roleName: roles.name,
  inviterId: invitations.inviterId,
  /** Null once they have left. */
  inviterName: memberProfiles.name,
  sentAt: invitations.sentAt,
  sends: invitations.sends,
  undeliveredAt: invitations.undeliveredAt,
  expiresAt: invitations.expiresAt,
}

/** A pending invitation as the gate checked it. */
export interface CheckedInvitation {
  readonly id: string
  readonly orgId: string
  readonly email: string
  readonly roleId: string
  readonly roleName: string
  readonly inviterId: string
  readonly inviterName: string | null
  readonly sentAt: Date
  readonly sends: number
  readonly undeliveredAt: Date | null
  readonly expiresAt: Date
}

type InvitationContext = TenantContext & { readonly invitation: CheckedInvitation }

function pending(db: TenantDb, orgId: string, id?: string) {
  return db
    .select(columns)
    .from(invitations)
    .innerJoin(roles, and(eq(roles.orgId, invitations.orgId), eq(roles.id, invitations.roleId)))
    .leftJoin(
      memberProfiles,
      and(
        eq(memberProfiles.orgId, invitations.orgId),
        eq(memberProfiles.userId, invitations.inviterId),
      ),
    )
    .where(
      and(
        eq(invitations.orgId, orgId),
        eq(invitations.status, 'pending'),
        id === undefined ? undefined : eq(invitations.id, id),
      ),
    )
    .orderBy(desc(invitations.sentAt), desc(invitations.id))
    .limit(MOST_SHOWN)
}

/**
 * The open invitations of the organization, the latest first, and the role of who joins. Those that
 * expired are marked, and those whose inviter can't give what they promise any more: their acceptance
 * will be refused. Who invited is named to who may see people.
 */
export async function listInvitations(ctx: TenantContext) {
  const { access, db, organization } = ctx
  const rows = await pending(db, organization.id)
  const mayGive = await mayStillGive(db, organization.id, rows)
  const seesPeople = canAccess(access, 'users:read')
  return {
    roleOfJoiners: (await findRoleOfJoiners(ctx))?.name ?? null,
    invitations: rows.map(({ inviterId, inviterName, ...row }) => ({
      ...row,
      inviter: seesPeople ? inviterName : null,
      hasExpired: row.expiresAt.getTime() < Date.now(),
      willBeRefused: !mayGive({ inviterId, roleId: row.roleId }),
    })),
  }
}

/**
 * @throws AppError `not_found`: for every reason alike
 */
export async function findInvitationFor(
  ctx: TenantContext,
  permission: Permission,
  invitationId: string,
): Promise<CheckedInvitation> {
  const [row] = await pending(ctx.db, ctx.organization.id, invitationId)
  return checkedRow(ctx.access, permission, permission, row, ({ orgId }) => ({
    type: 'invitation',
    orgId,
  }))
}

/**
 * Invites an address into a role.
 *
 * @throws AppError `forbidden` for a role that grants what the caller doesn't hold; `not_found` for
 *   a role that isn't this organization's; `conflict` for a member, or where an invitation is open;
 *   `rate_limited` for more mails than may be sent
 */
export async function inviteMember(
  ctx: TenantContext,
  input: z.output<typeof inviteMemberSchema>,
  way: Way = 'alone',
): Promise<{ id: string }> {
  const role = await grantableRole(ctx, input.roleId ?? (await roleOfJoiners(ctx)))
  await countSender(ctx, way)
  const { db, organization, principal } = ctx
  const orgId = organization.id
  const [member] = await db
    .select({ id: memberProfiles.membershipId })
    .from(memberProfiles)
    .where(and(eq(memberProfiles.orgId, orgId), eq(memberProfiles.email, input.email)))
  if (member !== undefined) throw conflict(ALREADY_A_MEMBER)
  // One that expired makes room for the next.
  await db
    .update(invitations)
    .set({ status: 'revoked' })
    .where(
      and(
        eq(invitations.orgId, orgId),
        eq(invitations.email, input.email),
        eq(invitations.status, 'pending'),
        sql`${invitations.expiresAt} <= now()`,
      ),
    )
  const id = newId()
  const token = newToken()
  const made = await db
    .insert(invitations)
    .values({
      orgId,
      id,
      email: input.email,
      roleId: role.id,
      tokenHash: hashOfToken(token),
      inviterId: principal.userId,
      expiresAt: expiry(),
    })
    .onConflictDoNothing()
    .returning({ id: invitations.id })
  if (made.length === 0) throw conflict(ALREADY_INVITED)
  await countRecipient(ctx, input.email)
  await ctx.trail.record({
    target: { type: 'invitation', id, name: input.email },
    after: { role: role.name },
  })
  await mail(ctx, input.email, role.name, token)
  return { id }
}

/**
 * Sends it again, with another link: the earlier one is dead from now on. Whoever does that is its
 * inviter from now on, whose rights the acceptance is checked against: the first one may be gone.
 */
export async function resendInvitation(ctx: InvitationContext): Promise<void> {
  const { invitation, db } = ctx
  await grantableRole(ctx, invitation.roleId)
  await countSender(ctx, 'alone')
  await countRecipient(ctx, invitation.email)
  // One that is open keeps its seat; one that expired needs another.
  if (invitation.expiresAt.getTime() <= Date.now()) {
    await assertRoom(db, ctx.organization.id, 'members')
  }
  const token = newToken()
  await db
    .update(invitations)
    .set({
      tokenHash: hashOfToken(token),
      sentAt: new Date(),
      undeliveredAt: null,
      sends: sql`${invitations.sends} + 1`,
      inviterId: ctx.principal.userId,
      expiresAt: expiry(),
    })
    .where(and(eq(invitations.orgId, invitation.orgId), eq(invitations.id, invitation.id)))
  await ctx.trail.record({ target: target(invitation), after: { sentAgain: true } })
  await mail(ctx, invitation.email, invitation.roleName, token)
}

export async function revokeInvitation(ctx: InvitationContext): Promise<void> {
  const { invitation, db } = ctx
  await db
    .update(invitations)
    .set({ status: 'revoked' })
    .where(and(eq(invitations.orgId, invitation.orgId), eq(invitations.id, invitation.id)))
  await ctx.trail.record({
    target: target(invitation),
    before: { status: 'pending' },
    after: { status: 'revoked' },
  })
}

/** The role that people are given who are invited to none in particular. */
async function roleOfJoiners(ctx: TenantContext): Promise<string> {
  const role = await findRoleOfJoiners(ctx)
  if (role === undefined) throw conflict('Choose a role: there is none for who joins.')
  return role.id
}

async function findRoleOfJoiners({ db, organization }: TenantContext) {
  const [role] = await db
    .select({ id: roles.id, name: roles.name })
    .from(roles)
    .where(and(eq(roles.orgId, organization.id), eq(roles.isDefault, true)))
  return role
}

/** The role, if it may be given: see {@link grantableRoles}. */
async function grantableRole(ctx: TenantContext, roleId: string): Promise<GivenRole> {
  const [role] = await grantableRoles(ctx, [roleId])
  if (role === undefined) throw notFound()
  return role
}

async function mail(ctx: TenantContext, to: string, role: string, token: string): Promise<void> {
  await enqueueMail(ctx.db, {
    kind: 'invitation',
    to,
    path: `/invite/${token}`,
    organization: ctx.organization.name,
    inviter: ctx.principal.name,
    roles: [role],
  })
}

function expiry(): Date {
  return new Date(Date.now() + DAYS * 24 * 3_600_000)
}

function target({ id, email }: CheckedInvitation) {
  return { type: 'invitation', id, name: email }
}
