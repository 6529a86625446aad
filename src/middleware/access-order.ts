/**
 * Makes changes of memberships in one organization run one at a time, before any row is locked.
 *
 * Every mutation holds its caller's membership with a share lock. Two that each want to write what
 * the other holds (two owners who demote each other, two people who retitle each other) would meet
 * in a deadlock; here they meet in order. The database's owner rule takes the same lock.
 *
 * Only a caller who holds the permission queues. Whoever will be refused is refused without it:
 * otherwise anybody could keep an organization's lock, and the pool, busy with calls they may not
 * make. Ownership never grants a permission that queues, so nobody passes the gate without it.
 */
import { createMiddleware, createServerOnlyFn } from '@tanstack/react-start'
import { sql } from 'drizzle-orm'
import { canAccess, type Permission, PERMISSIONS } from '~/authz'
import type { TenantDb } from '~/db/tenant-door'
import { tenantMiddleware } from './tenant'

/**
 * Queues where using one of the permissions writes memberships; everything else runs side by side.
 *
 * @param permissions what the gate that follows will ask for
 * @param letsIn how many of them that gate asks for: whoever it will refuse doesn't queue
 */
export function accessOrder(
  permissions: readonly Permission[],
  letsIn: 'every' | 'some' = 'every',
) {
  const queues = permissions.some((permission) => {
    const { changesAccess, writesMemberships } = PERMISSIONS[permission]
    return changesAccess === true || writesMemberships === true
  })
  return createMiddleware()
    .middleware([tenantMiddleware])
    .server(async ({ next, context }) => {
      const { access, db, mode, organization } = context
      const isNext = permissions[letsIn]((permission) => canAccess(access, permission))
      if (queues && isNext && mode === 'write') await queueUp(db, organization.id)
      return next()
    })
}

/** Takes a place in the queue: for a gate that lets people in by a fact instead of a permission. */
export const queueUp = createServerOnlyFn(async (db: TenantDb, orgId: string): Promise<void> => {
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${orgId}::text, 0))`)
})
