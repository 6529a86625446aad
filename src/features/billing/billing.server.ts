/** The plan an organization is on, how much of it is used, and what another one would mean. */
import { asc, eq, sql } from 'drizzle-orm'
import {
  canAccess,
  conflict,
  COUNTED_QUOTAS,
  effectOfPlan,
  type KeptQuota,
  type PlanKey,
  planLimit,
  planWithRoom,
} from '~/authz'
import { roles } from '~/db/schema/access'
import { organizations } from '~/db/schema/organizations'
import { projects } from '~/db/schema/projects'
import { usageOf } from '~/db/usage'
import type { TenantContext } from '~/middleware/context'
import { billingPeople } from './billing-people.server'
import { applyEvent, listInvoices } from './invoices.server'
import { billingProvider } from './provider.server'

/** The plan, and one that is not paid for yet; what is used of each limit (null is none); the latest invoices. */
export async function getBilling({ db, organization: { plan, id } }: TenantContext) {
  const used = await usageOf(db, id)
  const [held] = await db
    .select({ pendingPlan: organizations.pendingPlan })
    .from(organizations)
    .where(eq(organizations.id, id))
  return {
    plan,
    pendingPlan: held?.pendingPlan ?? null,
    usage: COUNTED_QUOTAS.map((quota) => ({
      quota,
      used: used[quota],
      limit: planLimit(plan, quota),
    })),
    invoices: await listInvoices(db, id),
  }
}

/** What a preview names of each kind at most. */
const MOST_NAMED = 10

/** What would come, go, and become read-only; with names for who may see what they are the names of. */
export async function previewPlan(ctx: TenantContext, to: PlanKey) {
  const { db, organization, access } = ctx
  const used = await usageOf(db, organization.id)
  return {
    ...effectOfPlan(organization.plan, to, used),
    readOnly: {
      projects: canAccess(access, 'projects:read') ? await namesBeyond(ctx, to, 'projects') : [],
      'custom-roles': canAccess(access, 'org:roles:read')
        ? await namesBeyond(ctx, to, 'custom-roles')
        : [],
    },
  }
}

/** The things that a plan would leave out, the oldest of them first. */
async function namesBeyond(
  { db, organization }: TenantContext,
  plan: PlanKey,
  quota: KeptQuota,
): Promise<string[]> {
  const limit = planLimit(plan, quota)
  if (limit === null) return []
  const table = quota === 'projects' ? projects : roles
  const rows = await db
    .select({ name: table.name })
    .from(table)
    .where(
      quota === 'projects'
        ? eq(projects.orgId, organization.id)
        : sql`${roles.orgId} = ${organization.id} and ${roles.isCustom}`,
    )
    .orderBy(asc(table.createdAt), asc(table.id))
    .offset(limit)
    .limit(MOST_NAMED)
  return rows.map(({ name }) => name)
}

/**
 * Changes the plan: at once, or when the provider tells that it is paid for; until then everything
 * stays as it is, and another choice takes the place of this one. Nothing is deleted: what a smaller
 * plan leaves out is read-only.
 *
 * @throws AppError `conflict` for the plan that it is on
 */
export async function changePlan(ctx: TenantContext, to: PlanKey): Promise<{ isPending: boolean }> {
  const { db, organization } = ctx
  const isOurs = eq(organizations.id, organization.id)
  // Held, so that of two changes at once the second is made from what the first left.
  const [held] = await db
    .select({ plan: organizations.plan })
    .from(organizations)
    .where(isOurs)
    .for('no key update')
  const from = held?.plan ?? organization.plan
  if (from === to) throw conflict('This is the plan already.')
  const change = { orgId: organization.id, from, to, at: new Date() }
  const settled = await billingProvider().settle(change, db)
  const isPending = settled === 'pending'
  if (settled === 'pending') await db.update(organizations).set({ pendingPlan: to }).where(isOurs)
  else await applyEvent(db, organization.id, settled)
  await ctx.trail.record({
    target: { type: 'organization', id: organization.id, name: organization.name },
    before: { plan: from },
    after: isPending ? { pendingPlan: to } : { plan: to },
  })
  return { isPending }
}

/**
 * For any member: which limits are reached, and which plan has room for more. How much is used is
 * for who may read the bill.
 */
export async function getRoom({ db, organization: { id, plan } }: TenantContext) {
  const used = await usageOf(db, id)
  return {
    full: COUNTED_QUOTAS.filter((quota) => {
      const limit = planLimit(plan, quota)
      return limit !== null && used[quota] >= limit
    }).map((quota) => ({ quota, plan: planWithRoom(quota, used[quota]) ?? null })),
    /** Who could change the plan: their names alone. */
    changers: await billingPeople(db, id),
  }
}
