/** What can be done to members. Every function runs on one organization's rows, behind a gate. */
import { and, asc, eq, exists, inArray, notInArray, sql } from 'drizzle-orm'
import type { SelectedFields } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import {
  type Access,
  canAccess,
  conflict,
  forbidden,
  forbiddenBecause,
  isPermission,
  notFound,
  type Permission,
  PERMISSIONS,
  permissionsBeyond,
} from '~/authz'
import { contains, COUNT_LIMIT, countOf, inOrder, pageOf, window } from '~/db/lists'
import { preparedQuery } from '~/db/prepared-query'
import { memberRoles, rolePermissions, roles } from '~/db/schema/access'
import { memberProfiles, memberships } from '~/db/schema/organizations'
import type { TenantDb } from '~/db/tenant-door'
import type { TenantContext } from '~/middleware/context'
import { checkedRow } from '~/middleware/resource'
import { announce } from '~/platform/lifecycle'
import type { listMembersSchema } from './members.schema'

/** A member as the gate checked them: with the permissions that their roles give. */
export interface CheckedMember {
  readonly id: string
  readonly orgId: string
  readonly userId: string
  readonly name: string
  readonly email: string
  readonly status: string
  readonly title: string
  readonly isBillingContact: boolean
  readonly createdAt: Date
  readonly roles: readonly { readonly id: string; readonly key: string; readonly name: string }[]
  readonly permissions: readonly Permission[]
}

export type MemberContext = TenantContext & { readonly member: CheckedMember }

const heldRoles = sql<CheckedMember['roles']>`coalesce((
  select json_agg(json_build_object('id', r.id, 'key', r.key, 'name', r.name) order by r.key)
  from member_roles mr join roles r on r.org_id = mr.org_id and r.id = mr.role_id
  where mr.org_id = ${memberships.orgId} and mr.membership_id = ${memberships.id}), '[]')`

const heldPermissions = sql<string[]>`coalesce((
  select json_agg(distinct rp.permission)
  from member_roles mr
  join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
  where mr.org_id = ${memberships.orgId} and mr.membership_id = ${memberships.id}), '[]')`

const columns = {
  id: memberships.id,
  orgId: memberships.orgId,
  userId: memberships.userId,
  name: memberProfiles.name,
  email: memberProfiles.email,
  status: memberships.status,
  title: memberships.title,
  isBillingContact: memberships.isBillingContact,
  createdAt: memberships.createdAt,
  roles: heldRoles,
}

/**
 * A page of those who belong to the organization; by name unless asked otherwise.
 *
 * @throws AppError `forbidden` for asking who holds a role without the right to see it
 */
export async function listMembers(ctx: TenantContext, asked: z.output<typeof listMembersSchema>) {
  const { search, status, roleId, sort = 'name', page = 1 } = asked
  if (roleId !== undefined && !seesAssignments(ctx.access)) throw forbidden('org:assignments:read')
  const wanted = and(
    eq(memberships.orgId, ctx.organization.id),
    contains(search, memberProfiles.name, memberProfiles.email),
    status === undefined ? undefined : eq(memberships.status, status),
    roleId === undefined ? undefined : holdsRole(ctx, roleId),
  )
  const { limit, offset } = window(page)
  const order = { name: sql`lower(${memberProfiles.name})`, joined: memberships.createdAt }
  const counted = membersQuery(ctx.db, { id: memberships.id }).where(wanted).limit(COUNT_LIMIT)
  const found = await membersQuery(ctx.db, { ...columns, total: countOf(counted) })
    .where(wanted)
    .orderBy(...inOrder(sort, order, memberships.id))
    .limit(limit)
    .offset(offset)
  const list = pageOf(found, page)
  return { ...list, rows: list.rows.map((row) => withRolesIfSeen(ctx.access, row)) }
}

/** The checked member as a page shows them. What their roles give stays with the decision. */
export function describeMember({ access, member }: MemberContext) {
  const { permissions: _permissions, ...shown } = member
  return withRolesIfSeen(access, shown)
}

/**
 * Seeing people and seeing who holds which role are two rights. Whoever assigns roles sees them,
 * as in listRoles, and everybody their own.
 *
 * @returns the row, its roles null where they are not shown
 */
function withRolesIfSeen<Row extends Pick<CheckedMember, 'userId' | 'roles'>>(
  access: Access,
  row: Row,
) {
  const isShown = row.userId === access.userId || seesAssignments(access)
  return { ...row, roles: isShown ? row.roles : null }
}

function seesAssignments(access: Access): boolean {
  return canAccess(access, 'org:assignments:read') || canAccess(access, 'org:roles:assign')
}

const memberById = preparedQuery('member_by_id', (db) =>
  membersQuery(db, { ...columns, permissions: heldPermissions }).where(
    and(eq(memberships.orgId, sql.placeholder('orgId')), eq(memberships.id, sql.placeholder('id'))),
  ),
)

/**
 * Loads one member through the checks, that of holding no more than the caller included.
 *
 * @throws AppError `not_found` or `forbidden`
 */
export async function findMemberFor(
  ctx: TenantContext,
  permission: Permission,
  memberId: string,
): Promise<CheckedMember> {
  const [row] = await memberById(ctx.db).execute({ orgId: ctx.organization.id, id: memberId })
  const found = checkedRow(ctx.access, permission, 'users:read', row, ({ orgId }) => ({
    type: 'member',
    orgId,
  }))
  const member = { ...found, permissions: found.permissions.filter(isPermission) }
  const beyond = permissionsBeyond(ctx.access.permissions, member.permissions)
  if (PERMISSIONS[permission].changesAccess && beyond.length > 0) {
    throw forbiddenBecause('This member holds rights that you do not hold yourself.')
  }
  return member
}

export async function updateMemberProfile(ctx: MemberContext, title: string): Promise<void> {
  const { member } = ctx
  await ctx.db
    .update(memberships)
    .set({ title, updatedAt: new Date() })
    .where(isMember(ctx, member.id))
  await ctx.trail.record({
    target: target(member),
    before: { title: member.title },
    after: { title },
  })
}

/**
 * Replaces the full set of a member's roles.
 *
 * @throws AppError `forbidden` for a role that grants what the caller doesn't hold; `not_found` for
 *   a role that isn't this organization's; `conflict` when no active owner would remain
 */
export async function changeMemberRoles(
  ctx: MemberContext,
  input: { roleIds: readonly string[]; evenThoughItIsMe: boolean },
): Promise<void> {
  const { member, db } = ctx
  requireMeant(ctx, input.evenThoughItIsMe)
  const wanted = await grantableRoles(ctx, [...new Set(input.roleIds)])
  const { orgId } = member
  const wantedIds = wanted.map(({ id }) => id)
  await db
    .delete(memberRoles)
    .where(
      and(
        eq(memberRoles.orgId, orgId),
        eq(memberRoles.membershipId, member.id),
        notInArray(memberRoles.roleId, wantedIds),
      ),
    )
  if (wanted.length > 0) {
    const rows = wantedIds.map((roleId) => ({ orgId, membershipId: member.id, roleId }))
    // A role that stays was given when it was given.
    await db.insert(memberRoles).values(rows).onConflictDoNothing()
  }
  await requireAnOwner(ctx)
  await ctx.trail.record({
    target: target(member),
    before: { roles: member.roles.map((role) => role.name) },
    after: { roles: wanted.map((role) => role.name) },
  })
  announceDifference(ctx, wanted)
}

/** The named roles, if they are this organization's and grant nothing the caller lacks. */
export async function grantableRoles(ctx: TenantContext, roleIds: readonly string[]) {
  if (roleIds.length === 0) return []
  const rows = await ctx.db
    .select({ id: roles.id, name: roles.name, permission: rolePermissions.permission })
    .from(roles)
    .leftJoin(
      rolePermissions,
      and(eq(rolePermissions.orgId, roles.orgId), eq(rolePermissions.roleId, roles.id)),
    )
    .where(and(eq(roles.orgId, ctx.organization.id), inArray(roles.id, [...roleIds])))
    .orderBy(asc(roles.name))
  const found = new Map(rows.map(({ id, name }) => [id, { id, name }]))
  if (found.size !== roleIds.length) throw notFound()
  const granted = rows.flatMap(({ permission }) =>
    permission !== null && isPermission(permission) ? [permission] : [],
  )
  if (permissionsBeyond(ctx.access.permissions, granted).length > 0) {
    throw forbiddenBecause('You can only give roles whose every right you hold yourself.')
  }
  return [...found.values()]
}

/** Whether this set of roles for the member would leave the organization without an active owner. */
export async function leavesNoOwner(
  { db, member }: MemberContext,
  roleIds: readonly string[],
): Promise<boolean> {
  const owners = await db
    .select({ id: memberRoles.membershipId, roleId: roles.id })
    .from(roles)
    .innerJoin(
      memberRoles,
      and(eq(memberRoles.orgId, roles.orgId), eq(memberRoles.roleId, roles.id)),
    )
    .innerJoin(
      memberships,
      and(eq(memberships.orgId, memberRoles.orgId), eq(memberships.id, memberRoles.membershipId)),
    )
    .where(
      and(eq(roles.orgId, member.orgId), eq(roles.isOwner, true), eq(memberships.status, 'active')),
    )
    .limit(2)
  const [only, another] = owners
  return another === undefined && only?.id === member.id && !roleIds.includes(only.roleId)
}

function announceDifference(ctx: MemberContext, now: readonly { readonly id: string }[]): void {
  const { member, db, principal } = ctx
  const about = { orgId: member.orgId, actorId: principal.userId, memberId: member.id }
  const without = (some: readonly { id: string }[], others: readonly { id: string }[]) =>
    some.filter(({ id }) => !others.some((other) => other.id === id))
  for (const { id } of without(now, member.roles)) {
    announce(db, 'assignment.created', { ...about, roleId: id })
  }
  for (const { id } of without(member.roles, now)) {
    announce(db, 'assignment.deleted', { ...about, roleId: id })
  }
}

/** @throws AppError `conflict` for changing one's own access without having said so */
export function requireMeant(ctx: MemberContext, meant: boolean): void {
  if (ctx.member.userId === ctx.principal.userId && !meant) {
    throw conflict('This is you. Confirm that you mean to change your own access.')
  }
}

/**
 * Asks the database's rule now instead of at commit, so that the answer is ours to phrase. The
 * rule holds at commit all the same, whoever forgets to ask.
 */
export async function requireAnOwner(ctx: TenantContext): Promise<void> {
  await ctx.db.execute(sql`set constraints all immediate`)
}

function membersQuery<Selection extends SelectedFields>(db: TenantDb, selection: Selection) {
  return db
    .select(selection)
    .from(memberships)
    .innerJoin(
      memberProfiles,
      and(
        eq(memberProfiles.orgId, memberships.orgId),
        eq(memberProfiles.membershipId, memberships.id),
      ),
    )
}

function holdsRole(ctx: TenantContext, roleId: string) {
  const given = ctx.db
    .select({ one: sql`1` })
    .from(memberRoles)
    .where(
      and(
        eq(memberRoles.orgId, memberships.orgId),
        eq(memberRoles.membershipId, memberships.id),
        eq(memberRoles.roleId, roleId),
      ),
    )
  return exists(given)
}

/** The row of one member of the caller's organization. */
export function isMember(ctx: TenantContext, memberId: string) {
  return and(eq(memberships.orgId, ctx.organization.id), eq(memberships.id, memberId))
}

/** A member as the trail names them. */
export function target({ id, name }: { id: string; name: string }) {
  return { type: 'member', id, name }
}
