/** The plan an organization is on, and how much of it is used. */
import { count, eq } from 'drizzle-orm'
import { type PlanKey, planLimit } from '~/authz'
import { memberships, organizations } from '~/db/schema/organizations'
import { projects } from '~/db/schema/projects'
import type { TenantContext } from '~/middleware/context'

/** The plan with what is used of each limit; a null limit is none. */
export async function getBilling(ctx: TenantContext) {
  const { plan, id } = ctx.organization
  const [members] = await ctx.db
    .select({ used: count() })
    .from(memberships)
    .where(eq(memberships.orgId, id))
  const [held] = await ctx.db.select({ used: count() }).from(projects).where(eq(projects.orgId, id))
  return {
    plan,
    usage: [
      { quota: 'members', used: members?.used ?? 0, limit: planLimit(plan, 'members') },
      { quota: 'projects', used: held?.used ?? 0, limit: planLimit(plan, 'projects') },
    ],
  }
}

/** Changes the plan at once. What is over a smaller plan's limits stays; nothing more is added. */
export async function changePlan(ctx: TenantContext, plan: PlanKey): Promise<void> {
  const { organization } = ctx
  await ctx.db
    .update(organizations)
    .set({ plan, updatedAt: new Date() })
    .where(eq(organizations.id, organization.id))
  await ctx.trail.record({
    target: { type: 'organization', id: organization.id, name: organization.name },
    before: { plan: organization.plan },
    after: { plan },
  })
}
