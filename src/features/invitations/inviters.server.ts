/**
 * What an inviter may still give. An invitation is worth as much as whoever sent it last: it is asked
 * when it is accepted, and told beforehand in the list, by this one function.
 */
import { and, eq, inArray } from 'drizzle-orm'
import { isPermission, type Permission, permissionsBeyond } from '~/authz'
import { memberRoles, rolePermissions } from '~/db/schema/access'
import { memberships } from '~/db/schema/organizations'
import type { TenantDb } from '~/db/tenant-door'

/** Who promises which role. */
export interface Promised {
  readonly inviterId: string
  readonly roleId: string
}

/**
 * @param promises those that will be asked about
 * @returns whether its inviter could give what a promise says now: an active member who may invite, and
 *   holds all of the role
 */
export async function mayStillGive(
  db: TenantDb,
  orgId: string,
  promises: readonly Promised[],
): Promise<(promise: Promised) => boolean> {
  if (promises.length === 0) return () => false
  const held = await db
    .select({ of: memberships.userId, permission: rolePermissions.permission })
    .from(memberships)
    .innerJoin(
      memberRoles,
      and(eq(memberRoles.orgId, memberships.orgId), eq(memberRoles.membershipId, memberships.id)),
    )
    .innerJoin(
      rolePermissions,
      and(
        eq(rolePermissions.orgId, memberRoles.orgId),
        eq(rolePermissions.roleId, memberRoles.roleId),
      ),
    )
    .where(
      and(
        eq(memberships.orgId, orgId),
        inArray(memberships.userId, distinct(promises.map(({ inviterId }) => inviterId))),
        eq(memberships.status, 'active'),
      ),
    )
  const granted = await db
    .select({ of: rolePermissions.roleId, permission: rolePermissions.permission })
    .from(rolePermissions)
    .where(
      and(
        eq(rolePermissions.orgId, orgId),
        inArray(rolePermissions.roleId, distinct(promises.map(({ roleId }) => roleId))),
      ),
    )
  const [rights, needs] = [grouped(held), grouped(granted)]
  return ({ inviterId, roleId }) => {
    const needed: Permission[] = ['org:members:invite', ...(needs.get(roleId) ?? [])]
    return permissionsBeyond(rights.get(inviterId) ?? new Set(), needed).length === 0
  }
}

interface Right {
  readonly of: string
  readonly permission: string
}

function grouped(rows: readonly Right[]): ReadonlyMap<string, ReadonlySet<Permission>> {
  const sets = new Map<string, Set<Permission>>()
  for (const { of, permission } of rows) {
    if (isPermission(permission)) sets.set(of, (sets.get(of) ?? new Set()).add(permission))
  }
  return sets
}

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)]
