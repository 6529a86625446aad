/**
 * Gate: active member. For a mutation it holds the caller's membership with a share lock until the
 * commit, and compares its version with what the request was decided on: whoever takes a right
 * away waits for the mutation, or the mutation sees that it is gone. Nobody acts on a right that
 * was withdrawn before their commit.
 *
 * Also here: what makes changes of access in one organization run one at a time.
 */
import { createMiddleware } from '@tanstack/react-start'
import { sql } from 'drizzle-orm'
import { type Access, conflict, noMembership } from '~/authz'
import type { TenantDb } from '~/db/tenant-door'
import { tenantMiddleware } from './tenant'

/**
 * Takes the organization's access lock, before any row is locked, when `serialize` is set. Two
 * owners who demote each other at once then meet here, in order, and not in a deadlock between
 * their membership rows. The database's owner rule takes the same lock.
 */
function accessChanges(serialize: boolean) {
  return createMiddleware()
    .middleware([tenantMiddleware])
    .server(async ({ next, context }) => {
      if (serialize && context.mode === 'write') {
        await context.db.execute(
          sql`select pg_advisory_xact_lock(hashtextextended(${context.organization.id}::text, 0))`,
        )
      }
      return next()
    })
}

/** For permissions whose use changes who may do what (see `changesAccess` in the registry). */
export const oneAtATime = accessChanges(true)
/** For everything else. */
export const sideBySide = accessChanges(false)

export const orgMiddleware = createMiddleware()
  .middleware([tenantMiddleware])
  .server(async ({ next, context }) => {
    if (context.mode === 'write') {
      await holdMembership(context.db, context.access, context.session.accessVersion)
    }
    return next()
  })

async function holdMembership(db: TenantDb, access: Access, version: string | null) {
  const held = await db.execute<{ status: string; access_version: string }>(
    sql`select status, access_version from memberships
        where org_id = ${access.orgId} and id = ${access.membershipId} for share`,
  )
  const now = held.rows[0]
  if (now === undefined || now.status !== 'active') throw noMembership()
  if (now.access_version !== version) {
    throw conflict('Your access changed a moment ago. Reload the page and try again.')
  }
}
