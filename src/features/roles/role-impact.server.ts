/**
 * What a change of roles does to people. `planChange` reads the facts and makes those after the
 * change; a preview compares the two, and the change itself is written from the same plan.
 */
import { and, eq, inArray } from 'drizzle-orm'
import {
  type AccessChange,
  type AccessFacts,
  afterChange,
  blastRadius,
  canAccess,
  conflict,
  heldBy,
  type MemberEffect,
  nearlyTheSame,
  notFound,
  forbiddenBecause,
  type Permission,
  permissionsBeyond,
} from '~/authz'
import { memberRoles } from '~/db/schema/access'
import { memberProfiles, memberships } from '~/db/schema/organizations'
import type { TenantContext } from '~/middleware/context'
import { type CheckedRole, listRoles, requireRolesInPlan, type RoleContext } from './roles.server'

/** A change before it is made: the facts on both sides of it, and what it does to each member. */
export interface Plan {
  readonly before: AccessFacts
  readonly after: AccessFacts
  readonly effects: readonly MemberEffect[]
}

/** How many members a preview names; the others are counted. */
const MOST_NAMED = 50

/**
 * Refuses handing out what one doesn't hold: through a role, a custom one included.
 *
 * @throws AppError `forbidden`
 */
export function requireHeld({ access }: TenantContext, granted: readonly Permission[]): void {
  if (permissionsBeyond(access.permissions, granted).length > 0) {
    throw forbiddenBecause('You can only give rights that you hold yourself.')
  }
}

/** Reads the facts that the change is about and makes those after it. Writes nothing. */
export async function planChange(ctx: TenantContext, change: AccessChange): Promise<Plan> {
  const before = await factsFor(ctx, change)
  const after = afterChange(before, change)
  return { before, after, effects: blastRadius(before, after) }
}

/** Whether somebody would lose rights to their own change, who then has to mean it. */
export function requireMeant(ctx: TenantContext, { effects }: Plan, meant: boolean): void {
  const mine = effects.find(({ memberId }) => memberId === ctx.access.membershipId)
  if (mine !== undefined && mine.loses.length > 0 && !meant) {
    throw conflict('This takes rights from you. Confirm that you mean to change your own access.')
  }
}

/**
 * Nobody acts on who holds more, by way of a role either: what a change of roles takes from a member
 * is theirs to take alone who holds all that this member does. Otherwise whoever may not take a role
 * from somebody could empty it, or delete it, instead.
 *
 * @throws AppError `forbidden`
 */
export function requireReach(ctx: TenantContext, { before, effects }: Plan): void {
  for (const { memberId, loses } of effects) {
    if (loses.length === 0 || memberId === ctx.access.membershipId) continue
    if (permissionsBeyond(ctx.access.permissions, [...heldBy(before, memberId)]).length > 0) {
      throw forbiddenBecause('This takes rights from somebody who holds more than you do.')
    }
  }
}

export async function previewRoleChange(ctx: RoleContext, permissions: readonly Permission[]) {
  const { role } = ctx
  requireHeld(ctx, permissions)
  const plan = await planChange(ctx, { kind: 'role_changed', roleId: role.id, permissions })
  return describePlan(ctx, plan, await rolesLike(ctx, role.id, permissions))
}

export async function previewRoleDeletion(ctx: RoleContext, replacementId: string | undefined) {
  const replacement = await findReplacement(ctx, replacementId)
  const plan = await planChange(ctx, {
    kind: 'role_deleted',
    roleId: ctx.role.id,
    replacementId: replacement?.id ?? null,
  })
  return { ...(await describePlan(ctx, plan, [])), invitations: ctx.role.invitations }
}

/** @throws AppError `not_found`, `forbidden`, `quota_exceeded`, or `conflict` for the role itself */
export async function findReplacement(
  ctx: RoleContext,
  id: string | undefined,
): Promise<CheckedRole | undefined> {
  if (id === undefined) return undefined
  if (id === ctx.role.id) throw conflict('A role cannot replace itself.')
  const found = (await listRoles(ctx)).find((role) => role.id === id)
  if (found === undefined) throw notFound()
  requireHeld(ctx, found.permissions)
  await requireRolesInPlan(ctx.db, ctx.organization, [found.id])
  return found
}

/** The other roles that grant nearly the same, by name: told before there is one more of them. */
export async function rolesLike(
  ctx: TenantContext,
  roleId: string | undefined,
  permissions: readonly Permission[],
) {
  const others = (await listRoles(ctx)).filter(({ id }) => id !== roleId)
  return nearlyTheSame(permissions, others).map(({ role, differsBy }) => ({
    id: role.id,
    name: role.name,
    differsBy,
  }))
}

/** A plan in words: who gains and loses what, by name for those who may see who holds what. */
export async function describePlan(
  ctx: TenantContext,
  { effects }: Plan,
  similar: readonly { readonly id: string; readonly name: string; readonly differsBy: number }[],
) {
  const now = effects.filter(({ isSuspended }) => !isSuspended)
  const named = canAccess(ctx.access, 'org:assignments:read') ? effects.slice(0, MOST_NAMED) : []
  const names = await namesOf(
    ctx,
    named.map(({ memberId }) => memberId),
  )
  return {
    affected: now.length,
    gaining: now.filter(({ gains }) => gains.length > 0).length,
    losing: now.filter(({ loses }) => loses.length > 0).length,
    lockedOut: now.filter(({ isLockedOut }) => isLockedOut).length,
    /** Suspended: for them it is so when they return. */
    later: effects.length - now.length,
    members: named.map((effect) => ({ ...effect, name: names.get(effect.memberId) ?? '' })),
    takesFromMe: effects.some(
      ({ memberId, loses }) => memberId === ctx.access.membershipId && loses.length > 0,
    ),
    similar,
  }
}

async function factsFor(ctx: TenantContext, change: AccessChange): Promise<AccessFacts> {
  const roles = new Map((await listRoles(ctx)).map(({ id, permissions }) => [id, permissions]))
  const orgId = ctx.organization.id
  const rows = await ctx.db
    .select({ id: memberships.id, status: memberships.status, roleId: memberRoles.roleId })
    .from(memberships)
    .leftJoin(
      memberRoles,
      and(eq(memberRoles.orgId, memberships.orgId), eq(memberRoles.membershipId, memberships.id)),
    )
    .where(and(eq(memberships.orgId, orgId), concernedBy(ctx, change)))
    .orderBy(memberships.id)
  const members = new Map<string, string[]>()
  const suspended = new Set<string>()
  for (const { id, status, roleId } of rows) {
    if (status !== 'active') suspended.add(id)
    const held = members.get(id) ?? []
    if (roleId !== null) held.push(roleId)
    members.set(id, held)
  }
  return { roles, members, suspended }
}

/** The members whom a change is about. */
function concernedBy({ db, organization }: TenantContext, change: AccessChange) {
  if (change.kind === 'members_changed') return inArray(memberships.id, [...change.roleIds.keys()])
  const holders = db
    .select({ id: memberRoles.membershipId })
    .from(memberRoles)
    .where(and(eq(memberRoles.orgId, organization.id), eq(memberRoles.roleId, change.roleId)))
  return inArray(memberships.id, holders)
}

async function namesOf(ctx: TenantContext, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await ctx.db
    .select({ id: memberProfiles.membershipId, name: memberProfiles.name })
    .from(memberProfiles)
    .where(
      and(
        eq(memberProfiles.orgId, ctx.organization.id),
        inArray(memberProfiles.membershipId, [...ids]),
      ),
    )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
