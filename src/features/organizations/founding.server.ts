/** What every organization starts with: its row, the roles of the templates, and one owner. */
import { sql } from 'drizzle-orm'
import { isOwnerRole, OWNER_ROLE, ROLE_OF_JOINERS } from '~/authz'
import { memberRoles, roles } from '~/db/schema/access'
import { memberships, organizations } from '~/db/schema/organizations'
import type { TenantDb } from '~/db/tenant-door'
import { newId } from '~/platform/ids'
import { announce } from '~/platform/lifecycle'

export interface Founding {
  readonly id: string
  readonly name: string
  readonly plan: string
  /** The person who becomes its first owner. */
  readonly ownerId: string
  readonly ownerTitle?: string
  readonly createdAt?: Date
}

/**
 * Inserts an organization through the tenant door that is open for its id. The seed and the tests
 * found theirs with the same function.
 *
 * @returns the ids of its roles by their key
 */
export async function foundOrganization(
  db: TenantDb,
  founding: Founding,
): Promise<ReadonlyMap<string, string>> {
  const { id: orgId, name, plan, createdAt } = founding
  await db.insert(organizations).values({ id: orgId, name, plan, createdAt })
  const roleIds = await copyTemplates(db, orgId)
  const ownerRole = roleIds.get(OWNER_ROLE)
  if (ownerRole === undefined) throw new Error('the owner template is missing')
  const membershipId = newId()
  await db.insert(memberships).values({
    orgId,
    id: membershipId,
    userId: founding.ownerId,
    title: founding.ownerTitle,
    createdAt,
  })
  await db.insert(memberRoles).values({ orgId, membershipId, roleId: ownerRole })
  const about = { orgId, actorId: founding.ownerId }
  for (const roleId of roleIds.values()) announce(db, 'role.created', { ...about, roleId })
  announce(db, 'assignment.created', { ...about, memberId: membershipId, roleId: ownerRole })
  return roleIds
}

/** The roles follow their templates: what they grant isn't copied. */
async function copyTemplates(db: TenantDb, orgId: string): Promise<ReadonlyMap<string, string>> {
  const templates = await db.execute<{ key: string; name: string; description: string }>(
    sql`select key, name, description from role_templates`,
  )
  const rows = templates.rows.map(({ key, name, description }) => ({
    orgId,
    id: newId(),
    key,
    name,
    description,
    templateKey: key,
    clonedFrom: key,
    isCustom: false,
    isOwner: isOwnerRole(key),
    isDefault: key === ROLE_OF_JOINERS,
  }))
  await db.insert(roles).values(rows)
  return new Map(rows.map((role) => [role.key, role.id]))
}
