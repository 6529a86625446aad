/** Offers of ownership as they are read: only those that stand. */
import { and, eq, exists, gt, notInArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { canAccess, notFound, type Permission } from '~/authz'
import { isProfileOfMember } from '~/db/profiles'
import { memberRoles, roles } from '~/db/schema/access'
import { memberProfiles, memberships } from '~/db/schema/organizations'
import { ownershipOffers } from '~/db/schema/ownership'
import type { TenantDb } from '~/db/tenant-door'
import type { TenantContext } from '~/middleware/context'
import { checkedRow } from '~/middleware/resource'

export interface OfferParty {
  /** Of the membership. */
  readonly id: string
  readonly name: string
  readonly email: string
}

export interface Offer {
  readonly id: string
  readonly orgId: string
  readonly expiresAt: Date
  readonly giver: OfferParty
  readonly recipient: OfferParty
}

export type OfferContext = TenantContext & { readonly offer: Offer }

const giver = alias(memberProfiles, 'giver')
const recipient = alias(memberProfiles, 'recipient')

/** An offer ends with the ownership of who made it: somebody who owns nothing has nothing to give. */
function giverStillOwns(db: TenantDb) {
  const owning = db
    .select({ one: sql`1` })
    .from(memberships)
    .innerJoin(
      memberRoles,
      and(eq(memberRoles.orgId, memberships.orgId), eq(memberRoles.membershipId, memberships.id)),
    )
    .innerJoin(roles, and(eq(roles.orgId, memberRoles.orgId), eq(roles.id, memberRoles.roleId)))
    .where(
      and(
        eq(memberships.orgId, ownershipOffers.orgId),
        eq(memberships.id, ownershipOffers.giverId),
        eq(memberships.status, 'active'),
        eq(roles.isOwner, true),
      ),
    )
  return exists(owning)
}

/** The organization's one open offer, if there is one that could be accepted right now. */
export async function findOpenOffer({
  db,
  organization,
}: TenantContext): Promise<Offer | undefined> {
  const [row] = await db
    .select({
      id: ownershipOffers.id,
      orgId: ownershipOffers.orgId,
      expiresAt: ownershipOffers.expiresAt,
      giver: { id: giver.membershipId, name: giver.name, email: giver.email },
      recipient: { id: recipient.membershipId, name: recipient.name, email: recipient.email },
    })
    .from(ownershipOffers)
    .innerJoin(
      giver,
      and(eq(giver.orgId, ownershipOffers.orgId), eq(giver.membershipId, ownershipOffers.giverId)),
    )
    .innerJoin(
      recipient,
      and(
        eq(recipient.orgId, ownershipOffers.orgId),
        eq(recipient.membershipId, ownershipOffers.recipientId),
      ),
    )
    .where(
      and(
        eq(ownershipOffers.orgId, organization.id),
        gt(ownershipOffers.expiresAt, sql`now()`),
        giverStillOwns(db),
      ),
    )
  return row
}

/** Whether the caller has been offered the organization. */
export async function hasOffer(ctx: TenantContext): Promise<boolean> {
  return (await findOpenOffer(ctx))?.recipient.id === ctx.access.membershipId
}

/** @throws AppError `not_found`: for every reason alike */
export async function findOfferFor(
  ctx: TenantContext,
  permission: Permission,
  offerId: string,
): Promise<Offer> {
  const offer = await findOpenOffer(ctx)
  const row = offer?.id === offerId ? offer : undefined
  return checkedRow(ctx.access, permission, permission, row, ({ orgId }) => ({
    type: 'offer',
    orgId,
  }))
}

/** @throws AppError `not_found`: for every reason alike */
export async function findOfferToMe(ctx: TenantContext, offerId: string): Promise<Offer> {
  const offer = await findOpenOffer(ctx)
  if (offer?.id !== offerId || offer.recipient.id !== ctx.access.membershipId) throw notFound()
  return offer
}

/** The open offer, for who is to answer it and for who may make and withdraw one. */
export async function getOffer(ctx: TenantContext) {
  const offer = await findOpenOffer(ctx)
  if (offer === undefined) return null
  const isToMe = offer.recipient.id === ctx.access.membershipId
  if (!isToMe && !canAccess(ctx.access, 'org:transfer')) return null
  return {
    id: offer.id,
    expiresAt: offer.expiresAt,
    giver: offer.giver.name,
    recipient: offer.recipient.name,
    isToMe,
  }
}

/** @returns the addresses of all active owners but these members */
export async function otherOwners(
  { db, organization }: TenantContext,
  but: readonly string[],
): Promise<string[]> {
  const rows = await db
    .select({ email: memberProfiles.email })
    .from(memberProfiles)
    .innerJoin(memberships, isProfileOfMember())
    .innerJoin(
      memberRoles,
      and(eq(memberRoles.orgId, memberships.orgId), eq(memberRoles.membershipId, memberships.id)),
    )
    .innerJoin(roles, and(eq(roles.orgId, memberRoles.orgId), eq(roles.id, memberRoles.roleId)))
    .where(
      and(
        eq(memberships.orgId, organization.id),
        eq(memberships.status, 'active'),
        eq(roles.isOwner, true),
        notInArray(memberships.id, [...but]),
      ),
    )
  return rows.map(({ email }) => email)
}
