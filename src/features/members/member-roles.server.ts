/** Which roles a member holds, and giving others. */
import { and, asc, eq, inArray, notInArray } from 'drizzle-orm'
import { forbiddenBecause, isPermission, notFound, permissionsBeyond } from '~/authz'
import { memberRoles, rolePermissions, roles } from '~/db/schema/access'
import { memberships } from '~/db/schema/organizations'
import { requireRolesInPlan } from '~/features/roles/roles.server'
import type { TenantContext } from '~/middleware/context'
import { announce } from '~/platform/lifecycle'
import { type MemberContext, requireAnOwner, requireMeant, target } from './members.server'

/**
 * Replaces the full set of a member's roles.
 *
 * @throws AppError `forbidden` for a role that grants what the caller doesn't hold; `not_found` for
 *   a role that isn't this organization's; `quota_exceeded` for giving one that the plan leaves out;
 *   `conflict` when no active owner would remain
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
  await requireRolesInPlan(db, ctx.organization, wantedIds, member.roles)
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
