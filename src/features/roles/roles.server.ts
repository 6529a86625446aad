/** The organization's roles: what each grants and how many hold it. */
import { asc, eq, sql } from 'drizzle-orm'
import { isPermission, ROLE_KEYS } from '~/authz'
import { roles } from '~/db/schema/access'
import type { TenantContext } from '~/middleware/context'

const permissionsOfRole = sql<string[]>`coalesce((
  select json_agg(rp.permission) from role_permissions rp
  where rp.org_id = ${roles.orgId} and rp.role_id = ${roles.id}), '[]')`

const holdersOfRole = sql<number>`(
  select count(*)::int from member_roles mr
  where mr.org_id = ${roles.orgId} and mr.role_id = ${roles.id})`

/** Every role, from the most to the least powerful template. */
export async function listRoles(ctx: TenantContext) {
  const rows = await ctx.db
    .select({
      id: roles.id,
      key: roles.key,
      name: roles.name,
      description: roles.description,
      permissions: permissionsOfRole,
      holders: holdersOfRole,
    })
    .from(roles)
    .where(eq(roles.orgId, ctx.organization.id))
    .orderBy(asc(roles.name))
  return rows
    .map((role) => ({ ...role, permissions: role.permissions.filter(isPermission) }))
    .toSorted((a, b) => rank(a.key) - rank(b.key))
}

/** Display order only: a role's place decides nothing. */
function rank(key: string): number {
  const place = ROLE_KEYS.findIndex((known) => known === key)
  return place === -1 ? ROLE_KEYS.length : place
}
