/** The figures of the first page, each behind the permission to read what it counts. */
import { and, count, eq } from 'drizzle-orm'
import { canAccess } from '~/authz'
import { documents } from '~/db/schema/documents'
import { memberships } from '~/db/schema/organizations'
import { projects } from '~/db/schema/projects'
import type { TenantContext } from '~/middleware/context'

/** A figure is null where this person may not read what it counts. */
export async function getDashboard(ctx: TenantContext) {
  const { access, db, organization } = ctx
  const orgId = organization.id
  const mine = await db
    .select({ status: documents.status, count: count() })
    .from(documents)
    .where(and(eq(documents.orgId, orgId), eq(documents.ownerId, access.userId)))
    .groupBy(documents.status)
  return {
    projects: canAccess(access, 'projects:read') ? await howMany(ctx, projects) : null,
    documents: canAccess(access, 'content:read') ? await howMany(ctx, documents) : null,
    members: canAccess(access, 'users:read') ? await howMany(ctx, memberships) : null,
    mine,
  }
}

type Counted = typeof projects | typeof documents | typeof memberships

async function howMany(ctx: TenantContext, table: Counted): Promise<number> {
  const [row] = await ctx.db
    .select({ count: count() })
    .from(table)
    .where(eq(table.orgId, ctx.organization.id))
  return row?.count ?? 0
}
