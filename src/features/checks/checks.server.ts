/** Answers the explicit check from the same facts and through the same evaluator as every gate. */
import { and, eq, sql } from 'drizzle-orm'
import { type Access, isPermission, mayHere, notFound, type Permission } from '~/authz'
import type { Principal } from '~/auth/session'
import { memberships } from '~/db/schema/organizations'
import { withTenant } from '~/db/tenant-door'

interface Question {
  readonly organizationId: string
  readonly permissions: readonly Permission[]
}

/** @throws AppError `not_found` for an organization where this person is no active member */
export async function check(
  principal: Principal,
  { organizationId, permission }: { organizationId: string; permission: Permission },
): Promise<{ allowed: boolean }> {
  const access = await accessIn(principal, organizationId)
  return { allowed: mayHere(access, permission) }
}

/** Whether the person may do at least one of these. @throws AppError `not_found` */
export async function checkAny(principal: Principal, { organizationId, permissions }: Question) {
  const access = await accessIn(principal, organizationId)
  return { allowed: permissions.some((permission) => mayHere(access, permission)) }
}

/** Whether the person may do every one of these. @throws AppError `not_found` */
export async function checkAll(principal: Principal, { organizationId, permissions }: Question) {
  const access = await accessIn(principal, organizationId)
  return { allowed: permissions.every((permission) => mayHere(access, permission)) }
}

/** The person's facts there. No membership, a suspended one and no such organization answer alike. */
async function accessIn({ userId }: Principal, orgId: string): Promise<Access> {
  const row = await withTenant(orgId, 'read', async (db) => {
    const [found] = await db
      .select({
        id: memberships.id,
        status: memberships.status,
        isBillingContact: memberships.isBillingContact,
        permissions: sql<string[]>`coalesce((
          select json_agg(distinct rp.permission)
          from member_roles mr
          join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
          where mr.org_id = memberships.org_id and mr.membership_id = memberships.id), '[]')`,
      })
      .from(memberships)
      .where(and(eq(memberships.orgId, orgId), eq(memberships.userId, userId)))
    return found
  })
  if (row === undefined || row.status !== 'active') throw notFound()
  const { id, status, isBillingContact, permissions } = row
  return {
    userId,
    orgId,
    membershipId: id,
    status,
    roles: [],
    permissions: new Set(permissions.filter(isPermission)),
    isBillingContact,
  }
}
