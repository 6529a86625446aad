/**
 * Gate: the plan has room for one more. Refuses 402 `quota_exceeded`. The count is taken under a
 * lock that lasts to the commit, inside the transaction that will create the thing: of twenty
 * simultaneous creates at one below the limit, exactly one passes.
 */
import { createMiddleware, createServerOnlyFn } from '@tanstack/react-start'
import { count, eq, sql } from 'drizzle-orm'
import { planLimit, planWithRoom, type Quota, quotaExceeded } from '~/authz'
import { memberships } from '~/db/schema/organizations'
import { projects } from '~/db/schema/projects'
import type { TenantDb } from '~/db/tenant-door'
import { orgMiddleware } from './membership'

/** What is counted for each quota. */
const COUNTED = { members: memberships, projects } as const satisfies Record<Quota, unknown>

export function requireQuota(quota: Quota) {
  return createMiddleware()
    .middleware([orgMiddleware])
    .server(async ({ next, context }) => {
      await assertRoom(context.db, context.organization, quota)
      return next()
    })
}

/**
 * The same for who joins and is no member yet.
 *
 * @throws AppError `quota_exceeded` with the plan that has room
 */
export const assertRoom = createServerOnlyFn(
  async (
    db: TenantDb,
    organization: { readonly id: string; readonly plan: string },
    quota: Quota,
  ): Promise<void> => {
    await db.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`${quota}:${organization.id}`}, 0))`,
    )
    const table = COUNTED[quota]
    const [row] = await db
      .select({ used: count() })
      .from(table)
      .where(eq(table.orgId, organization.id))
    const used = row?.used ?? 0
    const limit = planLimit(organization.plan, quota)
    if (limit !== null && used >= limit) throw quotaExceeded(quota, planWithRoom(quota, used))
  },
)
