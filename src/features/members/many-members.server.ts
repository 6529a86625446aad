/**
 * Roles of several members at once: all of it or nothing, in statements whose number doesn't grow
 * with theirs. Each member is held to what the change of one is held to, and a preview says first who
 * would be refused and why.
 */
import { and, eq, inArray, notInArray } from 'drizzle-orm'
import type { z } from 'zod'
import { conflict, forbiddenBecause, permissionsBeyond } from '~/authz'
import { memberRoles } from '~/db/schema/access'
import { describePlan, planChange } from '~/features/roles/role-impact.server'
import type { TenantContext } from '~/middleware/context'
import { announce } from '~/platform/lifecycle'
import { grantableRoles } from './member-roles.server'
import { type CheckedMember, findMembers, requireAnOwner, target } from './members.server'
import type { manyMembersSchema } from './members.schema'

type Input = z.output<typeof manyMembersSchema>
type Role = Awaited<ReturnType<typeof grantableRoles>>[number]

interface Wanted {
  readonly member: CheckedMember
  readonly now: readonly Role[]
  /** Why not, if so. */
  readonly refusal: string | undefined
}

/** What would happen: who gains and loses what, and who stands in its way. */
export async function previewRolesOfMany(ctx: TenantContext, input: Input) {
  const wanted = await want(ctx, input)
  const plan = await planChange(ctx, {
    kind: 'members_changed',
    roleIds: new Map(wanted.map(({ member, now }) => [member.id, now.map(({ id }) => id)])),
  })
  return {
    ...(await describePlan(ctx, plan, [])),
    refusals: wanted.flatMap(({ member, refusal }) =>
      refusal === undefined ? [] : [{ memberId: member.id, name: member.name, why: refusal }],
    ),
  }
}

/**
 * Changes the roles of all of them, or of none.
 *
 * @throws AppError `not_found` for a member or a role that isn't here; `forbidden` for a role that
 *   grants what the caller doesn't hold, and for a member who holds more; `conflict` for oneself
 */
export async function changeRolesOfMany(ctx: TenantContext, input: Input): Promise<void> {
  const { db, organization } = ctx
  const wanted = await want(ctx, input)
  const refused = wanted.find(({ refusal }) => refusal !== undefined)
  if (refused !== undefined) {
    const why = `${refused.member.name}: ${refused.refusal}`
    throw isMe(ctx, refused.member) ? conflict(why) : forbiddenBecause(why)
  }
  const orgId = organization.id
  const members = wanted.map(({ member }) => member.id)
  const roleIds = [...new Set(input.roleIds)]
  if (input.change !== 'add') {
    const gone = input.change === 'set' ? notInArray : inArray
    await db
      .delete(memberRoles)
      .where(
        and(
          eq(memberRoles.orgId, orgId),
          inArray(memberRoles.membershipId, members),
          gone(memberRoles.roleId, roleIds),
        ),
      )
  }
  if (input.change !== 'remove') {
    const rows = members.flatMap((membershipId) =>
      roleIds.map((roleId) => ({ orgId, membershipId, roleId })),
    )
    await db.insert(memberRoles).values(rows).onConflictDoNothing()
  }
  await requireAnOwner(ctx)
  await ctx.trail.recordAll(
    wanted.map(({ member, now }) => ({
      target: target(member),
      before: { roles: member.roles.map(({ name }) => name) },
      after: { roles: now.map(({ name }) => name) },
    })),
  )
  for (const one of wanted) announceDifference(ctx, one)
}

/** Each member with the roles they would hold, and with what a change of that one would answer. */
async function want(ctx: TenantContext, input: Input): Promise<readonly Wanted[]> {
  const members = await findMembers(ctx, input.memberIds)
  const named = await grantableRoles(ctx, [...new Set(input.roleIds)])
  return members.map((member) => ({
    member,
    now: rolesAfter(member, input.change, named),
    refusal: refusalOf(ctx, member),
  }))
}

function rolesAfter(
  { roles }: CheckedMember,
  change: Input['change'],
  named: readonly Role[],
): readonly Role[] {
  if (change === 'set') return named
  const others = roles.filter(({ id }) => !named.some((role) => role.id === id))
  return change === 'add' ? [...others, ...named] : others
}

function refusalOf(ctx: TenantContext, member: CheckedMember): string | undefined {
  if (isMe(ctx, member)) return 'This is you. Change your own roles on your own page.'
  return permissionsBeyond(ctx.access.permissions, member.permissions).length > 0
    ? 'This member holds rights that you do not hold yourself.'
    : undefined
}

function isMe({ principal }: TenantContext, { userId }: CheckedMember): boolean {
  return userId === principal.userId
}

function announceDifference(ctx: TenantContext, { member, now }: Wanted): void {
  const about = { orgId: member.orgId, actorId: ctx.principal.userId, memberId: member.id }
  for (const { id } of now.filter((role) => !member.roles.some((one) => one.id === role.id))) {
    announce(ctx.db, 'assignment.created', { ...about, roleId: id })
  }
  for (const { id } of member.roles.filter((role) => !now.some((one) => one.id === role.id))) {
    announce(ctx.db, 'assignment.deleted', { ...about, roleId: id })
  }
}
