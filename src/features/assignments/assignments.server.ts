/** Who holds which role. Giving and taking one is a change of the member's whole set of roles. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import { conflict, notFound } from '~/authz'
import { COUNT_LIMIT, countOf, pageOf, window } from '~/db/lists'
import { memberRoles, roles } from '~/db/schema/access'
import { memberProfiles } from '~/db/schema/organizations'
import {
  changeMemberRoles,
  grantableRoles,
  leavesNoOwner,
} from '~/features/members/member-roles.server'
import type { MemberContext } from '~/features/members/members.server'
import { describePlan, planChange } from '~/features/roles/role-impact.server'
import type { TenantContext } from '~/middleware/context'
import type { assignmentSchema, listAssignmentsSchema } from './assignments.schema'

type Assignment = z.output<typeof assignmentSchema>

/** A page of assignments: all, one role's, or one member's; by the member's name. */
export async function listAssignments(
  ctx: TenantContext,
  { roleId, memberId, page = 1 }: z.output<typeof listAssignmentsSchema>,
) {
  const wanted = and(
    eq(memberRoles.orgId, ctx.organization.id),
    roleId === undefined ? undefined : eq(memberRoles.roleId, roleId),
    memberId === undefined ? undefined : eq(memberRoles.membershipId, memberId),
  )
  const { limit, offset } = window(page)
  const counted = ctx.db
    .select({ id: memberRoles.membershipId })
    .from(memberRoles)
    .where(wanted)
    .limit(COUNT_LIMIT)
  const found = await ctx.db
    .select({
      memberId: memberRoles.membershipId,
      userId: memberProfiles.userId,
      memberName: memberProfiles.name,
      roleId: memberRoles.roleId,
      roleName: roles.name,
      since: memberRoles.createdAt,
      total: countOf(counted),
    })
    .from(memberRoles)
    .innerJoin(roles, and(eq(roles.orgId, memberRoles.orgId), eq(roles.id, memberRoles.roleId)))
    .innerJoin(
      memberProfiles,
      and(
        eq(memberProfiles.orgId, memberRoles.orgId),
        eq(memberProfiles.membershipId, memberRoles.membershipId),
      ),
    )
    .where(wanted)
    .orderBy(sql`lower(${memberProfiles.name})`, asc(memberRoles.membershipId), asc(roles.name))
    .limit(limit)
    .offset(offset)
  return pageOf(found, page)
}

/**
 * Gives one more role.
 *
 * @throws AppError `forbidden` for a role that grants what the caller doesn't hold; `not_found` for
 *   one that isn't this organization's; `conflict` for one that the member holds
 */
export async function assignRole(ctx: MemberContext, input: Assignment): Promise<void> {
  const held = ctx.member.roles.map(({ id }) => id)
  if (held.includes(input.roleId)) throw conflict('They hold this role already.')
  await changeMemberRoles(ctx, {
    ...input,
    madeFrom: held,
    roleIds: [...held, input.roleId],
  })
}

/** Takes one role. @throws AppError `not_found` for one that the member doesn't hold */
export async function removeAssignment(ctx: MemberContext, input: Assignment): Promise<void> {
  const held = ctx.member.roles.map(({ id }) => id)
  if (!held.includes(input.roleId)) throw notFound()
  await changeMemberRoles(ctx, {
    ...input,
    madeFrom: held,
    roleIds: held.filter((id) => id !== input.roleId),
  })
}

/** What another set of roles would do to the member; refused where the change would be. */
export async function previewAssignments(ctx: MemberContext, roleIds: readonly string[]) {
  const wanted = await grantableRoles(ctx, roleIds, ctx.member.roles)
  const plan = await planChange(ctx, {
    kind: 'members_changed',
    roleIds: new Map([[ctx.member.id, wanted.map(({ id }) => id)]]),
  })
  return {
    ...(await describePlan(ctx, plan, [])),
    leavesNoOwner: await leavesNoOwner(ctx, roleIds),
  }
}
