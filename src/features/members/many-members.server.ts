/**
 * Roles of several members at once: all of it or nothing, in statements whose number doesn't grow
 * with theirs. Each member is held to what the change of one is held to, and a preview says first who
 * would be refused and why.
 */
import type { z } from 'zod'
import { conflict, forbiddenBecause } from '~/authz'
import { describePlan, planChange } from '~/features/roles/role-impact.server'
import type { TenantContext } from '~/middleware/context'
import {
  type GivenRole,
  grantableRoles,
  requireMadeFrom,
  type RolesOfMember,
  writeRoles,
} from './member-roles.server'
import { type CheckedMember, findMembers, holdsMore } from './members.server'
import type { changeRolesOfManySchema, manyMembersSchema } from './members.schema'

type Input = z.output<typeof manyMembersSchema>

interface Wanted extends RolesOfMember {
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
 * @throws AppError `not_found` for a member or a role that isn't here or can't be seen; `forbidden` for a role that
 *   grants what the caller doesn't hold, and for a member who holds more; `conflict` for oneself, and
 *   for replacing other roles than the caller was shown
 */
export async function changeRolesOfMany(
  ctx: TenantContext,
  input: z.output<typeof changeRolesOfManySchema>,
): Promise<void> {
  const wanted = await want(ctx, input)
  const refused = wanted.find(({ refusal }) => refusal !== undefined)
  if (refused !== undefined) {
    const why = `${refused.member.name}: ${refused.refusal}`
    throw isMe(ctx, refused.member) ? conflict(why) : forbiddenBecause(why)
  }
  if (input.change === 'set') {
    const seen = new Map(input.madeFrom.map(({ memberId, roleIds }) => [memberId, roleIds]))
    for (const { member } of wanted) requireMadeFrom(member, seen.get(member.id) ?? [])
  }
  await writeRoles(ctx, wanted)
}

/** Each member with the roles they would hold, and with what a change of that one would answer. */
async function want(ctx: TenantContext, input: Input): Promise<readonly Wanted[]> {
  const members = await findMembers(ctx, 'org:roles:assign', input.memberIds)
  const named = await grantableRoles(ctx, input.roleIds, heldBefore(members, input))
  return members.map((member) => ({
    member,
    now: rolesAfter(member, input.change, named),
    refusal: refusalOf(ctx, member),
  }))
}

/** Of the named roles those that nobody is newly given: what is taken, and what all of them hold. */
function heldBefore(members: readonly CheckedMember[], { change, roleIds }: Input) {
  const isHeld = (id: string) => members.every(({ roles }) => roles.some((role) => role.id === id))
  return roleIds.filter((id) => change === 'remove' || isHeld(id)).map((id) => ({ id }))
}

function rolesAfter(
  { roles }: CheckedMember,
  change: Input['change'],
  named: readonly GivenRole[],
): readonly GivenRole[] {
  if (change === 'set') return named
  const others = roles.filter(({ id }) => !named.some((role) => role.id === id))
  return change === 'add' ? [...others, ...named] : others
}

function refusalOf(ctx: TenantContext, member: CheckedMember): string | undefined {
  if (isMe(ctx, member)) return 'This is you. Change your own roles on your own page.'
  return holdsMore(ctx, member)
    ? 'This member holds rights that you do not hold yourself.'
    : undefined
}

function isMe({ principal }: TenantContext, { userId }: CheckedMember): boolean {
  return userId === principal.userId
}
