/** How a membership ends and what hangs on it: removal, erasure, and naming the billing contact. */
import { and, eq } from 'drizzle-orm'
import { forbiddenBecause, permissionsBeyond } from '~/authz'
import { documents } from '~/db/schema/documents'
import { memberships } from '~/db/schema/organizations'
import {
  isMember,
  type MemberContext,
  requireAnOwner,
  requireMeant,
  target,
} from './members.server'

/**
 * Names the member as billing contact, or takes it back.
 *
 * @throws AppError `forbidden` for who does not handle the bill themselves: nobody hands out more
 *   than they hold
 */
export async function setBillingContact(
  ctx: MemberContext,
  isBillingContact: boolean,
): Promise<void> {
  const { member, db } = ctx
  if (permissionsBeyond(ctx.access.permissions, ['billing:read', 'billing:write']).length > 0) {
    throw forbiddenBecause('You can only name a billing contact if you may change the plan.')
  }
  await db.update(memberships).set({ isBillingContact }).where(isMember(ctx, member.id))
  await ctx.trail.record({
    target: target(member),
    before: { billingContact: member.isBillingContact },
    after: { billingContact: isBillingContact },
  })
}

/** Ends a membership at once. What the member owned stays, without an owner. */
export async function removeMember(
  ctx: MemberContext,
  input: { evenThoughItIsMe: boolean },
): Promise<void> {
  const { member, db } = ctx
  requireMeant(ctx, input.evenThoughItIsMe)
  await db.delete(memberships).where(isMember(ctx, member.id))
  await requireAnOwner(ctx)
  await ctx.trail.record({
    target: target(member),
    before: { roles: member.roles.map((role) => role.name), title: member.title },
  })
}

/** Ends a membership and deletes what the person had not shared: their unpublished documents. */
export async function eraseMember(
  ctx: MemberContext,
  input: { evenThoughItIsMe: boolean },
): Promise<void> {
  const { member, db } = ctx
  requireMeant(ctx, input.evenThoughItIsMe)
  const drafts = await db
    .delete(documents)
    .where(
      and(
        eq(documents.orgId, member.orgId),
        eq(documents.ownerId, member.userId),
        eq(documents.status, 'draft'),
      ),
    )
    .returning({ id: documents.id })
  await db.delete(memberships).where(isMember(ctx, member.id))
  await requireAnOwner(ctx)
  await ctx.trail.record({ target: target(member), before: { drafts: drafts.length } })
}
