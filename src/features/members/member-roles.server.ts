/** Which roles a member holds, and giving others. */
import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { conflict, forbiddenBecause, isPermission, notFound, permissionsBeyond } from '~/authz'
import { memberRoles, rolePermissions, roles } from '~/db/schema/access'
import { memberships } from '~/db/schema/organizations'
import { requireRolesInPlan } from '~/features/roles/roles.server'
import type { TenantContext } from '~/middleware/context'
import { announce } from '~/platform/lifecycle'
import {
  type CheckedMember,
  type MemberContext,
  requireAnOwner,
  requireMeant,
  target,
} from './members.server'
import type { changeMemberRolesSchema } from './members.schema'

/**
 * Replaces the full set of a member's roles.
 *
 * @throws AppError `forbidden` for a role that grants what the caller doesn't hold; `not_found` for
 *   a role that isn't this organization's; `quota_exceeded` for giving one that the plan leaves out;
 *   `conflict` when no active owner would remain, and see {@link requireMadeFrom}
 */
export async function changeMemberRoles(
  ctx: MemberContext,
  input: Pick<
    z.output<typeof changeMemberRolesSchema>,
    'madeFrom' | 'roleIds' | 'evenThoughItIsMe'
  >,
): Promise<void> {
  const { member } = ctx
  requireMadeFrom(member, input.madeFrom)
  requireMeant(ctx, input.evenThoughItIsMe)
  const now = await grantableRoles(ctx, input.roleIds, member.roles)
  await writeRoles(ctx, [{ member, now }])
}

/**
 * Refuses a full set that was made from other roles than the member holds: of two people who change
 * the same member at once, the second would undo the first's change without a word.
 *
 * @param seen the roles that the member was seen to hold
 * @throws AppError `conflict`
 */
export function requireMadeFrom(
  { name, roles: held }: Pick<CheckedMember, 'name' | 'roles'>,
  seen: readonly string[],
): void {
  const isAsSeen = held.length === seen.length && held.every(({ id }) => seen.includes(id))
  if (!isAsSeen) {
    throw conflict(
      `Somebody changed the roles of ${name} meanwhile. Reload the page to see what they are.`,
    )
  }
}

/** A role as it is given: found here, and checked by {@link grantableRoles} or held already. */
export interface GivenRole {
  readonly id: string
  readonly name: string
}

/** A member, with all the roles that they are to hold. */
export interface RolesOfMember {
  readonly member: CheckedMember
  readonly now: readonly GivenRole[]
}

/**
 * Writes what was decided about one member or several, in statements whose number doesn't grow with
 * theirs. The access lock is held: nobody else has changed what they held when they were read.
 *
 * @throws AppError `conflict` when no active owner would remain
 */
export async function writeRoles(
  ctx: TenantContext,
  changes: readonly RolesOfMember[],
): Promise<void> {
  const { db, principal } = ctx
  const orgId = ctx.organization.id
  const pairs = (of: (change: RolesOfMember) => readonly GivenRole[]) =>
    changes.flatMap((change) =>
      of(change).map(({ id }) => ({ orgId, membershipId: change.member.id, roleId: id })),
    )
  const taken = pairs(({ member, now }) => without(member.roles, now))
  const given = pairs(({ member, now }) => without(now, member.roles))
  if (taken.length > 0) {
    const rows = taken.map((one) => sql`(${one.membershipId}::uuid, ${one.roleId}::uuid)`)
    await db
      .delete(memberRoles)
      .where(
        and(
          eq(memberRoles.orgId, orgId),
          sql`(${memberRoles.membershipId}, ${memberRoles.roleId}) in (${sql.join(rows, sql`, `)})`,
        ),
      )
  }
  if (given.length > 0) await db.insert(memberRoles).values(given)
  await requireAnOwner(ctx)
  await ctx.trail.recordAll(
    changes.map(({ member, now }) => ({
      target: target(member),
      before: { roles: member.roles.map(({ name }) => name) },
      after: { roles: now.map(({ name }) => name) },
    })),
  )
  const eventOf = ({ membershipId: memberId, roleId }: (typeof given)[number]) => ({
    orgId,
    actorId: principal.userId,
    memberId,
    roleId,
  })
  for (const one of given) announce(db, 'assignment.created', eventOf(one))
  for (const one of taken) announce(db, 'assignment.deleted', eventOf(one))
}

const without = (some: readonly GivenRole[], others: readonly GivenRole[]) =>
  some.filter(({ id }) => !others.some((other) => other.id === id))

/**
 * The named roles, if they may be given: the one place that says so, for members and invitations.
 *
 * @param named ids of roles; one that stands there twice counts once
 * @param held what whoever gets them holds already: a smaller plan leaves that as it is
 * @throws AppError `not_found` for one that isn't this organization's; `forbidden` for one that grants
 *   what the caller lacks; `quota_exceeded` for giving one that the plan leaves out
 */
export async function grantableRoles(
  ctx: TenantContext,
  named: readonly string[],
  held: readonly { readonly id: string }[] = [],
): Promise<GivenRole[]> {
  const roleIds = [...new Set(named)]
  if (roleIds.length === 0) return []
  const rows = await ctx.db
    .select({ id: roles.id, name: roles.name, permission: rolePermissions.permission })
    .from(roles)
    .leftJoin(
      rolePermissions,
      and(eq(rolePermissions.orgId, roles.orgId), eq(rolePermissions.roleId, roles.id)),
    )
    .where(and(eq(roles.orgId, ctx.organization.id), inArray(roles.id, roleIds)))
    .orderBy(asc(roles.name))
  const found = new Map(rows.map(({ id, name }) => [id, { id, name }]))
  if (found.size !== roleIds.length) throw notFound()
  const granted = rows.flatMap(({ permission }) =>
    permission !== null && isPermission(permission) ? [permission] : [],
  )
  if (permissionsBeyond(ctx.access.permissions, granted).length > 0) {
    throw forbiddenBecause('You can only give roles whose every right you hold yourself.')
  }
  await requireRolesInPlan(ctx.db, ctx.organization, roleIds, held)
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
