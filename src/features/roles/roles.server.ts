/** The organization's roles: what each grants, where it differs from its template, who holds it. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { type GuardedEntrance, guardedEntrances } from 'virtual:entrances'
import {
  ALL_PERMISSIONS,
  BUNDLE_KEYS,
  BUNDLES,
  canAccess,
  comparePermissions,
  displayRank,
  forbiddenBecause,
  isWithinPlan,
  notFound,
  type Permission,
  PERMISSIONS,
  permissionsBeyond,
  planLimit,
  planWithRoom,
  quotaExceeded,
} from '~/authz'
import { rankOf } from '~/db/rank'
import { roles } from '~/db/schema/access'
import type { TenantDb } from '~/db/tenant-door'
import type { TenantContext } from '~/middleware/context'
import { checkedRow } from '~/middleware/resource'

const permissionsOfRole = sql<string[]>`coalesce((
  select json_agg(rp.permission) from role_permissions rp
  where rp.org_id = roles.org_id and rp.role_id = roles.id), '[]')`

const overridesOfRole = sql<{ permission: string; granted: boolean }[]>`coalesce((
  select json_agg(json_build_object('permission', o.permission, 'granted', o.granted))
  from role_overrides o
  where roles.template_key is not null and o.org_id = roles.org_id and o.role_id = roles.id), '[]')`

const holdersOfRole = sql<number>`(
  select count(*)::int from member_roles mr
  where mr.org_id = roles.org_id and mr.role_id = roles.id)`

/** Open ones, expired ones included: those can be sent again. */
const invitationsIntoRole = sql<number>`(
  select count(*)::int from invitations i
  where i.org_id = roles.org_id and i.role_id = roles.id and i.status = 'pending')`

/**
 * What a change of the role is made from, and compared with: how often it was changed, and what its
 * template grants. A template that changes between a preview and the save changes no row of the role,
 * and yet what the same save would do.
 */
const versionOfRole = sql<string>`concat_ws('-', roles.version, (
  select md5(t.permissions) from role_templates t where t.key = roles.template_key))`

const columns = {
  id: roles.id,
  orgId: roles.orgId,
  key: roles.key,
  name: roles.name,
  description: roles.description,
  /** The template that it follows; null once detached. */
  templateKey: roles.templateKey,
  clonedFrom: roles.clonedFrom,
  isCustom: roles.isCustom,
  isDefault: roles.isDefault,
  isOwner: roles.isOwner,
  version: versionOfRole,
  permissions: permissionsOfRole,
  overrides: overridesOfRole,
  holders: holdersOfRole,
  /** Invitations into it that nobody has answered yet. */
  invitations: invitationsIntoRole,
  rank: rankOf('custom-roles'),
}

type RoleRow = Awaited<ReturnType<typeof roleRows>>[number]

function roleRows(ctx: TenantContext, roleId?: string) {
  const ofOrganization = eq(roles.orgId, ctx.organization.id)
  return ctx.db
    .select(columns)
    .from(roles)
    .where(roleId === undefined ? ofOrganization : and(ofOrganization, eq(roles.id, roleId)))
    .orderBy(asc(roles.name), asc(roles.id))
}

/** In the registry's order; what the registry doesn't know, nobody is shown and nothing grants. */
function toRole({ organization }: TenantContext, row: RoleRow) {
  const { permissions, overrides, rank, ...role } = row
  const overridden = (granted: boolean) =>
    inOrder(overrides.filter((one) => one.granted === granted).map(({ permission }) => permission))
  return {
    ...role,
    permissions: inOrder(permissions),
    /** Where it differs from the template that it follows. */
    added: overridden(true),
    removed: overridden(false),
    /** Over the plan's limit: who holds it keeps it, and it is neither changed nor given. */
    isBeyondPlan: role.isCustom && !isWithinPlan(organization.plan, 'custom-roles', rank),
  }
}

function inOrder(named: readonly string[]): readonly Permission[] {
  return ALL_PERMISSIONS.filter((permission) => named.includes(permission))
}

/** A role as the gate checked it. */
export type CheckedRole = ReturnType<typeof toRole>

export type RoleContext = TenantContext & { readonly role: CheckedRole }

/** Every role, from the most to the least powerful template, then the organization's own. */
export async function listRoles(ctx: TenantContext): Promise<readonly CheckedRole[]> {
  const rows = await roleRows(ctx)
  return rows
    .map((row) => toRole(ctx, row))
    .toSorted((a, b) => displayRank(a.key) - displayRank(b.key))
}

/** The role as its page shows it. */
export function describeRole({ role }: RoleContext): CheckedRole {
  return role
}

/**
 * Loads one role through the checks; for a change, that of granting no more than the caller holds
 * included.
 *
 * @throws AppError `not_found` or `forbidden`
 */
export async function findRoleFor(
  ctx: TenantContext,
  permission: Permission,
  roleId: string,
): Promise<CheckedRole> {
  const { access } = ctx
  const [row] = await roleRows(ctx, roleId)
  // Whoever assigns roles sees them: listRoles says so too.
  const seen = canAccess(access, 'org:roles:assign') ? 'org:roles:assign' : 'org:roles:read'
  const found = checkedRow(access, permission, seen, row, ({ orgId }) => ({ type: 'role', orgId }))
  const role = toRole(ctx, found)
  const beyond = permissionsBeyond(access.permissions, role.permissions)
  if (PERMISSIONS[permission].changesAccess && beyond.length > 0) {
    throw forbiddenBecause('This role grants rights that you do not hold yourself.')
  }
  return role
}

/**
 * Roles over the plan's limit go on working for who holds them; they are not changed, and nobody else
 * is given one.
 *
 * @param roleIds what is to be changed or given
 * @param held what whoever gets them holds already: that stays
 * @throws AppError `quota_exceeded` with the plan that covers them
 */
export async function requireRolesInPlan(
  db: TenantDb,
  organization: { readonly id: string; readonly plan: string },
  roleIds: readonly string[],
  held: readonly { readonly id: string }[] = [],
): Promise<void> {
  const added = roleIds.filter((id) => !held.some((one) => one.id === id))
  const limit = planLimit(organization.plan, 'custom-roles')
  if (limit === null || added.length === 0) return
  const given = await db
    .select({ rank: rankOf('custom-roles') })
    .from(roles)
    .where(
      and(eq(roles.orgId, organization.id), eq(roles.isCustom, true), inArray(roles.id, added)),
    )
  const rank = Math.max(-1, ...given.map((role) => role.rank))
  if (rank >= limit) throw quotaExceeded('custom-roles', planWithRoom('custom-roles', rank))
}

/** Two roles of the organization side by side. @throws AppError `not_found` */
export async function compareRoles(
  ctx: TenantContext,
  { firstId, secondId }: { firstId: string; secondId: string },
) {
  const found = await listRoles(ctx)
  const [first, second] = [firstId, secondId].map((id) => found.find((role) => role.id === id))
  if (first === undefined || second === undefined) throw notFound()
  return {
    first: { id: first.id, name: first.name },
    second: { id: second.id, name: second.name },
    ...comparePermissions(first.permissions, second.permissions),
  }
}

/** Every permission there is, in the bundles of the editor. */
export function listPermissions() {
  return BUNDLE_KEYS.map((key) => ({
    key,
    name: BUNDLES[key].name,
    permissions: BUNDLES[key].permissions.map(describePermission),
  }))
}

/** One permission, and the roles here that grant it. */
export async function getPermission(ctx: TenantContext, permission: Permission) {
  const granting = (await listRoles(ctx)).filter((role) => role.permissions.includes(permission))
  return {
    ...describePermission(permission),
    roles: granting.map(({ id, name }) => ({ id, name })),
  }
}

function describePermission(permission: Permission) {
  return { permission, description: PERMISSIONS[permission].description }
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
  { access, db }: Pick<TenantContext, 'access' | 'db'>,
  permission: Permission,
): Promise<{ name: string }[]> {
  const { orgId } = access
  const mine = sql`array(select jsonb_array_elements_text(${JSON.stringify([...access.permissions])}::jsonb))`
  const { rows } = await db.execute<{ name: string }>(sql`
    with assigners as (
      select distinct mr.membership_id as id
      from member_roles mr
      join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
      where mr.org_id = ${orgId} and rp.permission = 'org:roles:assign'
    ), held as (
      select a.id, array_agg(rp.permission) as permissions
      from assigners a
      join member_roles mr on mr.org_id = ${orgId} and mr.membership_id = a.id
      join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
      group by a.id
    ), granting as (
      select array_agg(rp.permission) as permissions
      from role_permissions rp
      where rp.org_id = ${orgId}
      group by rp.role_id
      having bool_or(rp.permission = ${permission})
    )
    select p.name
    from held h
    join memberships m on m.org_id = ${orgId} and m.id = h.id
    join member_profiles p on p.org_id = m.org_id and p.membership_id = m.id
    where m.status = 'active' and m.id <> ${access.membershipId}
      and h.permissions @> ${mine}
      and exists (select from granting g where g.permissions <@ h.permissions)
    order by p.name
    limit ${MOST_GRANTERS}`)
  return rows
}
