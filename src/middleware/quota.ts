/**
 * Gate: the plan has room for one more. Refuses 402 `quota_exceeded` with the plan that has room.
 *
 * Who is over the limit is refused at once. The count that decides is taken under a lock that lasts to
 * the commit, inside the transaction that will create the thing: of twenty simultaneous creates at one
 * below the limit, exactly one passes. The plan is held as well, so that nothing is created on a plan
 * that somebody is leaving at this moment.
 */
import { createMiddleware, createServerOnlyFn } from '@tanstack/react-start'
import { type SQL, sql } from 'drizzle-orm'
import { type CountedQuota, notFound, planLimit, planWithRoom, quotaExceeded } from '~/authz'
import type { TenantDb } from '~/db/tenant-door'
import { memberships, used } from '~/db/usage'
import { orgMiddleware } from './membership'

export function requireQuota(quota: CountedQuota) {
  return createMiddleware()
    .middleware([orgMiddleware])
    .server(async ({ next, context }) => {
      await assertRoom(context.db, context.organization.id, quota)
      return next()
    })
}

/**
 * The same inside a handler: for several at once, or where only the handler knows that it takes one.
 *
 * @throws AppError `quota_exceeded` with the plan that has room
 */
export const assertRoom = createServerOnlyFn(
  (db: TenantDb, orgId: string, quota: CountedQuota, more: number = 1): Promise<void> =>
    assertFits(db, orgId, quota, used(quota, orgId), more),
)

/**
 * A seat for who joins: their invitation kept it, so open invitations don't count. Where the plan
 * became smaller since, there may be none left.
 *
 * @throws AppError `quota_exceeded` with the plan that has room
 */
export const assertSeat = createServerOnlyFn((db: TenantDb, orgId: string): Promise<void> =>
  assertFits(db, orgId, 'members', sql`${memberships(orgId)}::int`, 1),
)

async function assertFits(
  db: TenantDb,
  orgId: string,
  quota: CountedQuota,
  count: SQL,
  more: number,
): Promise<void> {
  const held = await db.execute<{ plan: string; used: number }>(
    sql`select plan, ${count} as used from organizations where id = ${orgId} for share`,
  )
  const [organization] = held.rows
  if (organization === undefined) throw notFound()
  const limit = planLimit(organization.plan, quota)
  if (limit === null) return
  const refuseBeyond = (now: number) => {
    if (now + more > limit) throw quotaExceeded(quota, planWithRoom(quota, now + more - 1))
  }
  refuseBeyond(organization.used)
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${quota}:${orgId}`}, 0))`)
  // A statement of its own: it sees what was committed while this one waited.
  const counted = await db.execute<{ used: number }>(sql`select ${count} as used`)
  refuseBeyond(counted.rows[0]?.used ?? limit)
}
