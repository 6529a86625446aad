/**
 * Gate: active member. For a mutation it holds the caller's membership with a share lock until the
 * commit, and compares its version with what the request was decided on: whoever takes a right
 * away waits for the mutation, or the mutation sees that it is gone. Nobody acts on a right that
 * was withdrawn before their commit.
 */
import { createMiddleware } from '@tanstack/react-start'
import { sql } from 'drizzle-orm'
import { type Access, conflict, noMembership } from '~/authz'
import type { TenantDb } from '~/db/tenant-door'
import { tenantMiddleware } from './tenant'

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
