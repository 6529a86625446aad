/** Organizations: made, entered, renamed, ended. */
import { and, count, eq } from 'drizzle-orm'
import { conflict, invalidInput, notFound } from '~/authz'
import { openTrail } from '~/audit/record'
import { activateOrganization } from '~/auth/sessions'
import type { Principal } from '~/auth/session'
import { countOrganizationsOf } from '~/db/identity-door'
import { memberships, organizations } from '~/db/schema/organizations'
import { withTenant } from '~/db/tenant-door'
import type { TenantContext } from '~/middleware/context'
import { newId } from '~/platform/ids'
import { foundOrganization } from './founding.server'

/** How many one person may be in: creating them is open to every account. */
const MOST_ORGANIZATIONS = 20

/** Creates an organization whose owner is its creator, and makes it the active one: both or neither. */
export async function createOrganization(
  principal: Principal,
  name: string,
): Promise<{ id: string }> {
  const id = newId()
  await withTenant(id, 'write', async (db) => {
    const mine = await countOrganizationsOf(db, principal.userId)
    if (mine === undefined) throw conflict('Another organization of yours is just being created.')
    if (mine >= MOST_ORGANIZATIONS) throw conflict('You are in too many organizations.')
    await foundOrganization(db, { id, name, plan: 'free', ownerId: principal.userId })
    const trail = openTrail(db, {
      orgId: id,
      actorId: principal.userId,
      actorName: principal.name,
      action: 'organizations.createOrganization',
    })
    await trail.record({
      target: { type: 'organization', id, name },
      after: { name, plan: 'free' },
    })
    await activateOrganization(db, principal, id)
  })
  return { id }
}

/**
 * Makes another organization of this person's the active one.
 *
 * @throws AppError `not_found` when there is no active membership: the same answer as for an id
 *   that names nothing
 */
export async function switchOrganization(
  principal: Principal,
  organizationId: string,
): Promise<{ name: string }> {
  return withTenant(organizationId, 'write', async (db) => {
    const [row] = await db
      .select({ name: organizations.name })
      .from(memberships)
      .innerJoin(organizations, eq(organizations.id, memberships.orgId))
      .where(
        and(
          eq(memberships.orgId, organizationId),
          eq(memberships.userId, principal.userId),
          eq(memberships.status, 'active'),
        ),
      )
    if (row === undefined) throw notFound()
    await activateOrganization(db, principal, organizationId)
    return row
  })
}

export async function getOrganization(ctx: TenantContext) {
  const { db, organization } = ctx
  const [row] = await db
    .select({
      id: organizations.id,
      name: organizations.name,
      plan: organizations.plan,
      createdAt: organizations.createdAt,
    })
    .from(organizations)
    .where(eq(organizations.id, organization.id))
  const [members] = await db
    .select({ count: count() })
    .from(memberships)
    .where(eq(memberships.orgId, organization.id))
  if (row === undefined) throw notFound()
  return { ...row, members: members?.count ?? 0 }
}

export async function updateOrganization(ctx: TenantContext, name: string): Promise<void> {
  const { db, organization } = ctx
  await db
    .update(organizations)
    .set({ name, updatedAt: new Date() })
    .where(eq(organizations.id, organization.id))
  await ctx.trail.record({
    target: target(ctx),
    before: { name: organization.name },
    after: { name },
  })
}

/**
 * Ends the organization with everything in it, save its audit trail.
 *
 * @throws AppError `invalid_input` unless its name was typed exactly
 */
export async function deleteOrganization(ctx: TenantContext, confirmName: string): Promise<void> {
  const { db, organization } = ctx
  if (confirmName !== organization.name) {
    throw invalidInput([{ path: 'confirmName', message: "Type the organization's name." }])
  }
  await ctx.trail.record({
    target: target(ctx),
    before: { name: organization.name, plan: organization.plan },
  })
  await db.delete(organizations).where(eq(organizations.id, organization.id))
}

function target({ organization }: TenantContext) {
  return { type: 'organization', id: organization.id, name: organization.name }
}
