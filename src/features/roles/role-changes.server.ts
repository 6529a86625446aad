/**
 * What is done to roles. All of it runs one at a time within an organization (the gates queue), so
 * what is read here is still so when it is written.
 */
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'
import {
  canAccess,
  comparePermissions,
  conflict,
  forbidden,
  forbiddenBecause,
  MOST_OWN_ROLES,
  type Permission,
  permissionsBeyond,
  ROLE_TEMPLATES,
} from '~/authz'
import { memberRoles, roles } from '~/db/schema/access'
import { invitations } from '~/db/schema/invitations'
import type { TenantContext } from '~/middleware/context'
import { assertFeature } from '~/middleware/feature'
import { announce } from '~/platform/lifecycle'
import {
  findReplacement,
  planChange,
  requireHeld,
  requireMeant,
  requireReach,
  rolesLike,
} from './role-impact.server'
import { cloneTemplate, storePermissions } from './role-store.server'
import type { createRoleSchema, deleteRoleSchema, updateRoleSchema } from './roles.schema'
import { type CheckedRole, listRoles, requireRolesInPlan, type RoleContext } from './roles.server'

/**
 * A role of the organization's own: a clone of a template, which it follows.
 *
 * @throws AppError `forbidden` for a template that grants what the caller doesn't hold; `conflict`
 *   for a slug or a name that is taken (the database says so), and beyond 20 roles
 */
export async function createRole(ctx: TenantContext, input: z.output<typeof createRoleSchema>) {
  const { slug, name, description, template } = input
  requireHeld(ctx, ROLE_TEMPLATES[template].permissions)
  const existing = await listRoles(ctx)
  if (existing.filter(({ isCustom }) => isCustom).length >= MOST_OWN_ROLES) {
    throw conflict(`An organization has at most ${MOST_OWN_ROLES} roles of its own.`)
  }
  const orgId = ctx.organization.id
  const id = await cloneTemplate(ctx.db, orgId, { key: slug, name, description, template })
  await ctx.trail.record({ target: { type: 'role', id, name }, after: { slug, template } })
  announce(ctx.db, 'role.created', eventOf(ctx, id))
  return { id }
}

/**
 * Replaces a role's name, description and full set of permissions. What differs from the template is
 * stored; the rest goes on following it.
 *
 * @throws AppError `conflict` when the role, or its template, is no longer what the change was made
 *   from, and for a name that is taken; see {@link requirePlanToAdd} for what it takes of the plan
 */
export async function updateRole(ctx: RoleContext, input: z.output<typeof updateRoleSchema>) {
  const { role, db } = ctx
  const { name, description, permissions } = input
  requireHeld(ctx, permissions)
  await requirePlanToAdd(ctx, permissions)
  requireChangeable(role, input.version)
  const plan = await planChange(ctx, { kind: 'role_changed', roleId: role.id, permissions })
  requireReach(ctx, plan)
  requireMeant(ctx, plan, input.evenThoughItIsMe)
  await storePermissions(db, role, plan.after.roles.get(role.id) ?? [])
  await setRole(ctx, { name, description })
  const { onlyFirst, onlySecond } = comparePermissions(role.permissions, permissions)
  await ctx.trail.record({
    target: target(role),
    before: { name: role.name, description: role.description, taken: onlyFirst },
    after: { name, description, given: onlySecond },
  })
  announce(db, 'role.updated', eventOf(ctx, role.id))
  return { similar: await rolesLike(ctx, role.id, permissions) }
}

/**
 * Adding to a role takes a plan that includes roles of one's own, and covers this one. Taking from it,
 * its words, and the way back to a template that grants no more take none: what a smaller plan left
 * over must not keep an organization from taking rights away.
 *
 * @throws AppError `feature_not_in_plan` or `quota_exceeded`, each with the plan that would allow it
 */
async function requirePlanToAdd(
  { role, db, organization }: RoleContext,
  permissions: readonly Permission[],
): Promise<void> {
  if (permissionsBeyond(new Set(role.permissions), permissions).length === 0) return
  assertFeature(organization, 'custom-roles')
  await requireRolesInPlan(db, organization, [role.id])
}

/** Ends the following: from now on the role's permissions are its own, stored in full. */
export async function detachRole(ctx: RoleContext, version: string): Promise<void> {
  const { role, db, organization } = ctx
  await requireRolesInPlan(db, organization, [role.id])
  requireChangeable(role, version)
  requireOwn(role, 'goes on following its template')
  if (role.templateKey === null) throw conflict('This role follows no template any more.')
  // First, so that at no moment anything but the full set is stored for a role without a template.
  await setRole(ctx, { templateKey: null })
  await storePermissions(db, { ...role, templateKey: null }, role.permissions)
  await ctx.trail.record({
    target: target(role),
    before: { template: role.templateKey },
    after: { template: null, permissions: role.permissions },
  })
  announce(db, 'role.updated', eventOf(ctx, role.id))
}

/**
 * Deletes a role of the organization's own, also one that the plan leaves out. Whoever holds it, or
 * is invited into it, gets the replacement.
 *
 * @throws AppError `conflict` for a role that is held, promised or given to who joins, without a
 *   replacement; `forbidden` for an owner's role in the place of who joins, without the right to give
 *   roles, and where it would take from somebody who holds more
 */
export async function deleteRole(
  ctx: RoleContext,
  input: z.output<typeof deleteRoleSchema>,
): Promise<void> {
  const { role, db } = ctx
  requireChangeable(role, input.version)
  requireOwn(role, 'stays')
  const replacement = await findReplacement(ctx, input.replacementId)
  const isInUse = role.holders > 0 || role.invitations > 0 || role.isDefault
  if (replacement === undefined && isInUse) {
    throw conflict('This role is in use. Choose what takes its place.')
  }
  // Giving its holders, or whoever joins, another role is giving them a role.
  if (isInUse && !canAccess(ctx.access, 'org:roles:assign')) throw forbidden('org:roles:assign')
  const plan = await planChange(ctx, {
    kind: 'role_deleted',
    roleId: role.id,
    replacementId: replacement?.id ?? null,
  })
  requireReach(ctx, plan)
  requireMeant(ctx, plan, input.evenThoughItIsMe)
  if (replacement !== undefined) await replaceRole(ctx, replacement)
  await db.delete(roles).where(isRole(ctx, role.id))
  const { key: slug, permissions, holders, invitations: invited } = role
  await ctx.trail.record({
    target: target(role),
    before: {
      slug,
      permissions,
      holders,
      invited,
      ...(role.isDefault && { roleOfJoiners: role.name }),
    },
    after: {
      replacement: replacement?.name ?? null,
      ...(role.isDefault && { roleOfJoiners: replacement?.name }),
    },
  })
  announce(db, 'role.deleted', {
    ...eventOf(ctx, role.id),
    key: slug,
    name: role.name,
    permissions,
  })
}

/** What people who join are given from now on. The gate has seen that the caller holds all of it. */
export async function setDefaultRole(ctx: RoleContext): Promise<void> {
  const { role } = ctx
  await requireRolesInPlan(ctx.db, ctx.organization, [role.id])
  const before = await makeDefault(ctx, role)
  await ctx.trail.record({
    target: target(role),
    before: { roleOfJoiners: before },
    after: { roleOfJoiners: role.name },
  })
  announce(ctx.db, 'role.updated', eventOf(ctx, role.id))
}

/**
 * By whichever way a role comes to be the one of who joins. The database refuses the owners' too.
 *
 * @returns the name of the role that was it
 * @throws AppError `forbidden`
 */
async function makeDefault(ctx: TenantContext, role: CheckedRole): Promise<string | null> {
  if (role.isOwner) throw forbiddenBecause('Nobody becomes an owner by joining.')
  const [was] = await ctx.db
    .update(roles)
    .set({ isDefault: false })
    .where(and(eq(roles.orgId, ctx.organization.id), eq(roles.isDefault, true)))
    .returning({ name: roles.name })
  await ctx.db.update(roles).set({ isDefault: true }).where(isRole(ctx, role.id))
  return was?.name ?? null
}

async function replaceRole(ctx: RoleContext, replacement: CheckedRole): Promise<void> {
  const { role, db } = ctx
  const orgId = ctx.organization.id
  const holders = await db
    .delete(memberRoles)
    .where(and(eq(memberRoles.orgId, orgId), eq(memberRoles.roleId, role.id)))
    .returning({ membershipId: memberRoles.membershipId })
  for (const { membershipId } of holders) {
    announce(db, 'assignment.deleted', { ...eventOf(ctx, role.id), memberId: membershipId })
  }
  if (holders.length > 0) {
    const rows = holders.map(({ membershipId }) => ({
      orgId,
      membershipId,
      roleId: replacement.id,
    }))
    const given = await db
      .insert(memberRoles)
      .values(rows)
      .onConflictDoNothing()
      .returning({ membershipId: memberRoles.membershipId })
    for (const { membershipId } of given) {
      announce(db, 'assignment.created', {
        ...eventOf(ctx, replacement.id),
        memberId: membershipId,
      })
    }
  }
  await db
    .update(invitations)
    .set({ roleId: replacement.id })
    .where(
      and(
        eq(invitations.orgId, orgId),
        eq(invitations.roleId, role.id),
        eq(invitations.status, 'pending'),
      ),
    )
  if (!role.isDefault) return
  await makeDefault(ctx, replacement)
  announce(db, 'role.updated', eventOf(ctx, replacement.id))
}

type Changed = Partial<Pick<CheckedRole, 'name' | 'description'>> & { readonly templateKey?: null }

async function setRole(ctx: RoleContext, changed: Changed): Promise<void> {
  await ctx.db
    .update(roles)
    .set({ ...changed, version: sql`${roles.version} + 1`, updatedAt: new Date() })
    .where(isRole(ctx, ctx.role.id))
}

/** @throws AppError `forbidden` for the owner role, `conflict` for a change of an older version */
function requireChangeable(role: CheckedRole, version: string): void {
  if (role.isOwner) throw forbiddenBecause('The owner role stays as it is.')
  if (role.version !== version) {
    throw conflict(
      'This role, or its template, was changed meanwhile. Reload the page to see it as it is.',
    )
  }
}

function requireOwn(role: CheckedRole, instead: string): void {
  if (!role.isCustom) throw conflict(`A role that the organization was founded with ${instead}.`)
}

function eventOf(ctx: TenantContext, roleId: string) {
  return { orgId: ctx.organization.id, actorId: ctx.principal.userId, roleId }
}

function isRole(ctx: TenantContext, roleId: string) {
  return and(eq(roles.orgId, ctx.organization.id), eq(roles.id, roleId))
}

function target({ id, name }: { readonly id: string; readonly name: string }) {
  return { type: 'role', id, name }
}
