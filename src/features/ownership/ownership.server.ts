/**
 * Handing an organization over, in two steps: an owner offers it, and the member it was offered to
 * accepts. All of it queues with every other change of access, so what is looked at here is still so
 * when it is written: two acceptances, or an acceptance and a withdrawal, meet in order.
 */
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import {
  conflict,
  forbiddenBecause,
  invalidInput,
  isOwnerRole,
  OWNER_ROLE,
  ROLE_OF_FORMER_OWNERS,
} from '~/authz'
import { enqueueMail } from '~/db/jobs'
import { memberRoles, roles } from '~/db/schema/access'
import { ownershipOffers } from '~/db/schema/ownership'
import { isSelf, type MemberContext, requireAnOwner } from '~/features/members/members.server'
import type { TenantContext } from '~/middleware/context'
import { newId } from '~/platform/ids'
import { announce } from '~/platform/lifecycle'
import { findOpenOffer, type OfferContext, type OfferParty, otherOwners } from './offers.server'
import type { offerOwnershipSchema } from './ownership.schema'

/** How long an offer stands. */
const DAYS = 7

/**
 * Offers the organization to an active member. One's own earlier offer is withdrawn by it.
 *
 * @throws AppError `invalid_input` unless the organization's name was typed exactly; `forbidden` for
 *   who is no owner; `conflict` for a member who cannot take it, and while another owner's offer stands
 */
export async function offerOwnership(
  ctx: MemberContext,
  { confirmName }: z.output<typeof offerOwnershipSchema>,
): Promise<void> {
  const { access, db, member, organization } = ctx
  if (confirmName !== organization.name) {
    throw invalidInput([{ path: 'confirmName', message: "Type the organization's name." }])
  }
  // A role of the organization's own may grant org:transfer; only an owner has something to give.
  if (!access.roles.some(({ key }) => isOwnerRole(key))) {
    throw forbiddenBecause('Only an owner can hand the organization over.')
  }
  if (isSelf(ctx)) throw conflict('You are an owner already.')
  if (member.status !== 'active') throw conflict('Only an active member can become an owner.')
  if (member.roles.some(({ key }) => isOwnerRole(key))) throw conflict('They are an owner already.')
  const standing = await findOpenOffer(ctx)
  if (standing !== undefined && standing.giver.id !== access.membershipId) {
    throw conflict(`${standing.giver.name} has offered it to ${standing.recipient.name}.`)
  }
  if (standing !== undefined)
    await tell(ctx, standing.recipient.email, 'withdrawn', standing.giver.name)
  // Also one that stands no more: expired, or of somebody who has stopped being an owner.
  await db.delete(ownershipOffers).where(eq(ownershipOffers.orgId, organization.id))
  await db.insert(ownershipOffers).values({
    orgId: organization.id,
    id: newId(),
    giverId: access.membershipId,
    recipientId: member.id,
    expiresAt: new Date(Date.now() + DAYS * 24 * 3_600_000),
  })
  await ctx.trail.record({
    target: target(ctx),
    before: { ownershipOfferedTo: standing?.recipient.name ?? null },
    after: { ownershipOfferedTo: member.name },
  })
  await enqueueMail(db, {
    kind: 'ownership-offered',
    to: member.email,
    path: '/',
    organization: organization.name,
    owner: ctx.principal.name,
  })
  const parties = {
    giver: { id: access.membershipId, name: ctx.principal.name },
    recipient: member,
  }
  await tellOtherOwners(ctx, parties, 'offered')
}

/** Takes an offer back: one's own, or another owner's. */
export async function withdrawOffer(ctx: OfferContext): Promise<void> {
  await endOffer(ctx, { ownershipOfferedTo: null })
  await tell(ctx, ctx.offer.recipient.email, 'withdrawn', ctx.principal.name)
}

export async function declineOwnership(ctx: OfferContext): Promise<void> {
  await endOffer(ctx, { ownershipDeclinedBy: ctx.offer.recipient.name })
  await tell(ctx, ctx.offer.giver.email, 'declined', ctx.offer.recipient.name)
}

/**
 * The recipient becomes an owner and the giver an admin, at once. The gate has looked again at what
 * made the offer good: its giver is still an active owner, and its recipient is here.
 */
export async function acceptOwnership(ctx: OfferContext): Promise<void> {
  const { offer, db } = ctx
  const ids = await rolesToChange(ctx)
  const { orgId } = offer
  await db
    .insert(memberRoles)
    .values([
      { orgId, membershipId: offer.recipient.id, roleId: ids.owner },
      { orgId, membershipId: offer.giver.id, roleId: ids.former },
    ])
    .onConflictDoNothing()
  await db
    .delete(memberRoles)
    .where(
      and(
        eq(memberRoles.orgId, orgId),
        eq(memberRoles.membershipId, offer.giver.id),
        eq(memberRoles.roleId, ids.owner),
      ),
    )
  await requireAnOwner(ctx)
  await endOffer(ctx, { owner: offer.recipient.name }, { owner: offer.giver.name })
  await tell(ctx, offer.recipient.email, 'received', offer.giver.name)
  await tell(ctx, offer.giver.email, 'given', offer.recipient.name)
  await tellOtherOwners(ctx, offer, 'accepted')
  announceBoth(ctx, ids)
}

interface RolesToChange {
  readonly owner: string
  /** What the giver becomes. */
  readonly former: string
}

async function rolesToChange({ db, organization }: TenantContext): Promise<RolesToChange> {
  const rows = await db
    .select({ id: roles.id, key: roles.key })
    .from(roles)
    .where(and(eq(roles.orgId, organization.id), eq(roles.isCustom, false)))
  const ids = new Map(rows.map(({ id, key }) => [key, id]))
  const [owner, former] = [ids.get(OWNER_ROLE), ids.get(ROLE_OF_FORMER_OWNERS)]
  if (owner === undefined || former === undefined) throw new Error('a role of the founding is gone')
  return { owner, former }
}

type Fields = Readonly<Record<string, string | null>>

async function endOffer(ctx: OfferContext, after: Fields, before?: Fields): Promise<void> {
  const { offer, db } = ctx
  await db
    .delete(ownershipOffers)
    .where(and(eq(ownershipOffers.orgId, offer.orgId), eq(ownershipOffers.id, offer.id)))
  await ctx.trail.record({
    target: target(ctx),
    before: before ?? { ownershipOfferedTo: offer.recipient.name },
    after,
  })
}

async function tell(
  ctx: TenantContext,
  to: string,
  outcome: 'given' | 'received' | 'declined' | 'withdrawn',
  other: string,
): Promise<void> {
  const { name: organization } = ctx.organization
  await enqueueMail(ctx.db, {
    kind: 'ownership-settled',
    to,
    path: '/',
    organization,
    outcome,
    other,
  })
}

interface Parties {
  readonly giver: Pick<OfferParty, 'id' | 'name'>
  readonly recipient: Pick<OfferParty, 'id' | 'name'>
}

/** Who owns it too hears of it while it can still be withdrawn, and not first from the new owner. */
async function tellOtherOwners(
  ctx: TenantContext,
  { giver, recipient }: Parties,
  outcome: 'offered' | 'accepted',
): Promise<void> {
  const { name: organization } = ctx.organization
  const names = { giver: giver.name, recipient: recipient.name }
  for (const to of await otherOwners(ctx, [giver.id, recipient.id])) {
    await enqueueMail(ctx.db, {
      kind: 'ownership-noticed',
      to,
      path: '/settings',
      organization,
      outcome,
      ...names,
    })
  }
}

function announceBoth(ctx: OfferContext, { owner, former }: RolesToChange): void {
  const { offer, db, principal } = ctx
  const about = { orgId: offer.orgId, actorId: principal.userId }
  announce(db, 'assignment.created', { ...about, memberId: offer.recipient.id, roleId: owner })
  announce(db, 'assignment.deleted', { ...about, memberId: offer.giver.id, roleId: owner })
  announce(db, 'assignment.created', { ...about, memberId: offer.giver.id, roleId: former })
}

function target({ organization }: TenantContext) {
  return { type: 'organization', id: organization.id, name: organization.name }
}
