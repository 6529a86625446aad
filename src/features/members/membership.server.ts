/** What a membership is while it lasts: active or suspended, and the billing contact's or not. */
import { conflict, forbiddenBecause, permissionsBeyond } from '~/authz'
import { memberships } from '~/db/schema/organizations'
import { isMember, isSelf, type MemberContext, requireAnOwner, target } from './members.server'

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

/**
 * Suspends a membership, or makes it active again. The roles stay and grant nothing meanwhile: the
 * next request is refused, in the middle of whatever they are doing.
 *
 * @throws AppError `conflict` for oneself, who could not come back, and for the last active owner
 */
export async function suspendMember(ctx: MemberContext, suspended: boolean): Promise<void> {
  const { member, db } = ctx
  if (isSelf(ctx)) throw conflict('This is you. You could not come back by yourself.')
  const status = suspended ? 'suspended' : 'active'
  await db
    .update(memberships)
    .set({ status, updatedAt: new Date() })
    .where(isMember(ctx, member.id))
  await requireAnOwner(ctx)
  await ctx.trail.record({
    target: target(member),
    before: { status: member.status },
    after: { status },
  })
}
