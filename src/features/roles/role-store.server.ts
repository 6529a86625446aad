/** How roles are stored: what they do otherwise than their template, and everything once detached. */
import { and, eq, sql } from 'drizzle-orm'
import { differencesTo, isPermission, type Permission } from '~/authz'
import { roleOverrides, roles, roleTemplatePermissions } from '~/db/schema/access'
import type { TenantDb } from '~/db/tenant-door'
import { newId } from '~/platform/ids'

export interface NewRole {
  readonly id?: string
  /** The slug, for good. */
  readonly key: string
  readonly name: string
  readonly description: string
  /** The template that it starts as, and follows. */
  readonly template: string
}

/** A role of the organization's own, which grants what its template grants. @returns its id */
export async function cloneTemplate(db: TenantDb, orgId: string, role: NewRole): Promise<string> {
  const { id = newId(), key, name, description, template } = role
  await db
    .insert(roles)
    .values({ orgId, id, key, name, description, templateKey: template, clonedFrom: template })
  return id
}

/** @returns what a template grants; nothing for a role that follows none */
async function templatePermissions(
  db: TenantDb,
  template: string | null,
): Promise<readonly Permission[]> {
  if (template === null) return []
  const rows = await db
    .select({ permission: roleTemplatePermissions.permission })
    .from(roleTemplatePermissions)
    .where(eq(roleTemplatePermissions.templateKey, template))
  return rows.map(({ permission }) => permission).filter(isPermission)
}

export interface StoredRole {
  readonly orgId: string
  readonly id: string
  /** The template that it follows. */
  readonly templateKey: string | null
}

/**
 * Makes a role grant exactly these permissions, by storing its differences to its template. Rows
 * that stay are left alone: each that comes or goes raises the access_version of who holds the role.
 */
export async function storePermissions(
  db: TenantDb,
  { orgId, id, templateKey }: StoredRole,
  permissions: readonly Permission[],
): Promise<void> {
  const ofRole = and(eq(roleOverrides.orgId, orgId), eq(roleOverrides.roleId, id))
  const { added, removed } = differencesTo(await templatePermissions(db, templateKey), permissions)
  const stored = await db.select().from(roleOverrides).where(ofRole)
  const wanted = [
    ...added.map((permission) => ({ permission, granted: true })),
    ...removed.map((permission) => ({ permission, granted: false })),
  ]
  const isAmong = (rows: readonly Override[], row: Override) =>
    rows.some(({ permission, granted }) => permission === row.permission && granted === row.granted)
  const stale = stored.filter((row) => !isAmong(wanted, row)).map(({ permission }) => permission)
  const missing = wanted.filter((row) => !isAmong(stored, row))
  if (stale.length > 0) {
    const named = sql`${roleOverrides.permission} = any(${sql.param(stale)}::text[])`
    await db.delete(roleOverrides).where(and(ofRole, named))
  }
  if (missing.length > 0) {
    await db.insert(roleOverrides).values(missing.map((row) => ({ orgId, roleId: id, ...row })))
  }
}

interface Override {
  readonly permission: string
  readonly granted: boolean
}
