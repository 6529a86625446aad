/** The organization's roles: what each grants and how many hold it. */
import { asc, eq, sql } from 'drizzle-orm'
import { type GuardedEntrance, guardedEntrances } from 'virtual:entrances'
import { isPermission, type Permission, ROLE_KEYS } from '~/authz'
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

/** Every way in that asks for a permission, as the build that answers was made. */
export function listGuards(): readonly GuardedEntrance[] {
  return guardedEntrances
}

/** Whom a refusal names at most. */
const MOST_GRANTERS = 6

/**
 * Who could give this person a permission: those who may assign roles, hold whatever the person
 * holds (nobody acts on somebody who holds more), and hold all of some role that grants it. Their
 * names alone, since the person may not be allowed to know who else belongs here.
 */
export async function listGranters(
  ctx: TenantContext,
  permission: Permission,
): Promise<{ name: string }[]> {
  const { organization, access, db } = ctx
  const mine = sql`array(select jsonb_array_elements_text(${JSON.stringify([...access.permissions])}::jsonb))`
  const { rows } = await db.execute<{ name: string }>(sql`
    with assigners as (
      select distinct mr.membership_id as id
      from member_roles mr
      join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
      where mr.org_id = ${organization.id} and rp.permission = 'org:roles:assign'
    ), held as (
      select a.id, array_agg(rp.permission) as permissions
      from assigners a
      join member_roles mr on mr.org_id = ${organization.id} and mr.membership_id = a.id
      join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
      group by a.id
    ), granting as (
      select array_agg(rp.permission) as permissions
      from role_permissions rp
      where rp.org_id = ${organization.id}
      group by rp.role_id
      having bool_or(rp.permission = ${permission})
    )
    select p.name
    from held h
    join memberships m on m.org_id = ${organization.id} and m.id = h.id
    join member_profiles p on p.org_id = m.org_id and p.membership_id = m.id
    where m.status = 'active' and m.id <> ${access.membershipId}
      and h.permissions @> ${mine}
      and exists (select from granting g where g.permissions <@ h.permissions)
    order by p.name
    limit ${MOST_GRANTERS}`)
  return rows
}

/** Display order only: a role's place decides nothing. */
function rank(key: string): number {
  const place = ROLE_KEYS.findIndex((known) => known === key)
  return place === -1 ? ROLE_KEYS.length : place
}
