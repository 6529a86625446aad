/** What can be done to members. Every function runs on one organization's rows, behind a gate. */
import { and, eq, exists, inArray, sql } from 'drizzle-orm'
import type { SelectedFields } from 'drizzle-orm/pg-core'
import type { z } from 'zod'
import {
  type Access,
  allPermissionsOf,
  canAccessAny,
  conflict,
  displayRank,
  forbidden,
  forbiddenBecause,
  isPermission,
  noMembership,
  notFound,
  type Permission,
  PERMISSIONS,
  permissionsBeyond,
} from '~/authz'
import { contains, COUNT_LIMIT, countOf, inOrder, pageOf, window } from '~/db/lists'
import { preparedQuery } from '~/db/prepared-query'
import { memberRoles } from '~/db/schema/access'
import { isProfileOfMember } from '~/db/profiles'
import { memberProfiles, memberships } from '~/db/schema/organizations'
import type { TenantDb } from '~/db/tenant-door'
import type { TenantContext } from '~/middleware/context'
import { checkedRow } from '~/middleware/resource'
import type { listMembersSchema } from './members.schema'

/** A member as the gate checked them: with all that they hold, as billing contact too. */
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
 * @returns the row, its roles from the highest template to those of the organization's own, and null
 *   where they are not shown
 */
function withRolesIfSeen<Row extends Pick<CheckedMember, 'userId' | 'roles'>>(
  access: Access,
  row: Row,
) {
  const isShown = row.userId === access.userId || seesAssignments(access)
  const byRank = (one: { readonly key: string }, other: { readonly key: string }) =>
    displayRank(one.key) - displayRank(other.key)
  return { ...row, roles: isShown ? row.roles.toSorted(byRank) : null }
}

function seesAssignments(access: Access): boolean {
  return canAccessAny(access, ['org:assignments:read', 'org:roles:assign'])
}

/**
 * Several members through the same check as one, in one statement; by name.
 *
 * @param permission what is to be done to each
 * @throws AppError `not_found` when one of them isn't here, or the caller can't see them
 */
export async function findMembers(
  ctx: TenantContext,
  permission: Permission,
  memberIds: readonly string[],
): Promise<readonly CheckedMember[]> {
  const ids = [...new Set(memberIds)]
  const rows = await membersQuery(ctx.db, { ...columns, permissions: heldPermissions })
    .where(and(eq(memberships.orgId, ctx.organization.id), inArray(memberships.id, ids)))
    .orderBy(memberProfiles.name, memberships.id)
  if (rows.length !== ids.length) throw notFound()
  return rows.map((row) => withAllPermissions(checkedMember(ctx, permission, row)))
}

/** @throws AppError `not_found` for one whom the caller can't see, or who isn't there; `forbidden` */
function checkedMember<Row extends { readonly orgId: string }>(
  { access }: TenantContext,
  permission: Permission,
  row: Row | undefined,
): Row {
  return checkedRow(access, permission, 'users:read', row, ({ orgId }) => ({
    type: 'member',
    orgId,
  }))
}

/** What the roles give comes from the database as text; the billing contact's flag stands for more. */
function withAllPermissions(
  row: Omit<CheckedMember, 'permissions'> & { readonly permissions: readonly string[] },
): CheckedMember {
  const permissions = row.permissions.filter(isPermission)
  return { ...row, permissions: [...allPermissionsOf({ ...row, permissions })] }
}

/** Whether the member holds what the caller doesn't: then the caller changes nothing about them. */
export function holdsMore({ access }: TenantContext, member: CheckedMember): boolean {
  return permissionsBeyond(allPermissionsOf(access), member.permissions).length > 0
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
  const member = withAllPermissions(checkedMember(ctx, permission, row))
  if (PERMISSIONS[permission].changesAccess && holdsMore(ctx, member)) {
    throw forbiddenBecause('This member holds rights that you do not hold yourself.')
  }
  return member
}

/**
 * The caller's own membership, which takes no permission.
 *
 * @throws AppError `no_membership` when it ended a moment ago
 */
export async function findOwnMembership(ctx: TenantContext): Promise<CheckedMember> {
  const { organization, access } = ctx
  const query = { orgId: organization.id, id: access.membershipId }
  const [row] = await memberById(ctx.db).execute(query)
  if (row === undefined) throw noMembership()
  return withAllPermissions(row)
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

/** Whether the member is the caller. */
export function isSelf({ member, principal }: MemberContext): boolean {
  return member.userId === principal.userId
}

/** @throws AppError `conflict` for changing one's own access without having said so */
export function requireMeant(ctx: MemberContext, meant: boolean): void {
  if (isSelf(ctx) && !meant) {
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
  return db.select(selection).from(memberships).innerJoin(memberProfiles, isProfileOfMember())
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
