/** Answers the explicit check from the same facts and through the same evaluator as every gate. */
import { and, eq, sql } from 'drizzle-orm'
import {
  type Access,
  isPermission,
  mayHere,
  notFound,
  type Permission,
  rightsOfBillingContact,
} from '~/authz'
import type { Principal } from '~/auth/session'
import { memberships } from '~/db/schema/organizations'
import { memberRoles, rolePermissions, roles } from '~/db/schema/access'
import { type TenantDb, withTenant } from '~/db/tenant-door'
import { listGranters } from '~/features/roles/roles.server'

interface Answer {
  readonly allowed: boolean
  /** The names of the person's own roles that grant it; and that they are billing contact, if that does. */
  readonly through: readonly string[]
  /** Who could give what is missing. */
  readonly granters: readonly { readonly name: string }[]
}

interface Question {
  readonly organizationId: string
  readonly permissions: readonly Permission[]
}

/**
 * May the person do this, by what, and who could change that?
 *
 * @throws AppError `not_found` for an organization where this person is no active member
 */
export async function check(
  principal: Principal,
  { organizationId, permission }: { organizationId: string; permission: Permission },
): Promise<Answer> {
  return withTenant(organizationId, 'read', async (db) => {
    const access = await accessIn(db, principal, organizationId)
    return mayHere(access, permission)
      ? { allowed: true, through: await grantedThrough(db, access, permission), granters: [] }
      : { allowed: false, through: [], granters: await listGranters({ db, access }, permission) }
  })
}

/** Whether the person may do at least one of these. @throws AppError `not_found` */
export async function checkAny(principal: Principal, { organizationId, permissions }: Question) {
  const access = await accessThere(principal, organizationId)
  return { allowed: permissions.some((permission) => mayHere(access, permission)) }
}

/** Whether the person may do every one of these. @throws AppError `not_found` */
export async function checkAll(principal: Principal, { organizationId, permissions }: Question) {
  const access = await accessThere(principal, organizationId)
  return { allowed: permissions.every((permission) => mayHere(access, permission)) }
}

const accessThere = (principal: Principal, organizationId: string): Promise<Access> =>
  withTenant(organizationId, 'read', (db) => accessIn(db, principal, organizationId))

/** The person's facts there. No membership, a suspended one and no such organization answer alike. */
async function accessIn(db: TenantDb, { userId }: Principal, orgId: string): Promise<Access> {
  const [row] = await db
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

async function grantedThrough(
  db: TenantDb,
  access: Access,
  permission: Permission,
): Promise<string[]> {
  const granting = await db
    .select({ name: roles.name })
    .from(memberRoles)
    .innerJoin(roles, and(eq(roles.orgId, memberRoles.orgId), eq(roles.id, memberRoles.roleId)))
    .innerJoin(
      rolePermissions,
      and(eq(rolePermissions.orgId, roles.orgId), eq(rolePermissions.roleId, roles.id)),
    )
    .where(
      and(
        eq(memberRoles.orgId, access.orgId),
        eq(memberRoles.membershipId, access.membershipId),
        eq(rolePermissions.permission, permission),
      ),
    )
    .orderBy(roles.name)
  const isByFlag = rightsOfBillingContact(access).some((one) => one === permission)
  return [...granting.map(({ name }) => name), ...(isByFlag ? ['Billing contact'] : [])]
}
