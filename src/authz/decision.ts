/**
 * The evaluator: may PRINCIPAL do PERMISSION on RESOURCE in ORGANIZATION, and why?
 *
 * Every entrance asks here: server functions, server routes, screens, explanations. It is
 * grant-only (there are no deny rules), and everything unknown is refused: a permission that
 * is not registered, a membership that is not active, a resource of another tenant.
 */
import type { Access, Resource } from './access'
import { type Permission, isPermission } from './permissions'

/**
 * What owning a resource grants while the membership is active, whatever the person's roles.
 * Publishing and deleting are not here: they need the permission.
 */
const OWNER_MAY: { readonly [type in Resource['type']]?: ReadonlySet<Permission> } = {
  document: new Set<Permission>(['content:read', 'content:write']),
}

/** Why the answer is what it is, in facts; screens and logs turn it into words. */
export type Reason =
  | { readonly kind: 'granted_by_role'; readonly permission: Permission }
  | { readonly kind: 'granted_by_ownership'; readonly permission: Permission }
  | { readonly kind: 'not_a_member' }
  | { readonly kind: 'membership_inactive'; readonly status: string }
  | { readonly kind: 'other_organization' }
  | { readonly kind: 'unknown_permission' }
  | { readonly kind: 'missing_permission'; readonly permission: Permission }

export interface Decision {
  readonly allowed: boolean
  readonly reason: Reason
}

const NOT_A_MEMBER: Decision = { allowed: false, reason: { kind: 'not_a_member' } }
const OTHER_ORGANIZATION: Decision = { allowed: false, reason: { kind: 'other_organization' } }
const UNKNOWN_PERMISSION: Decision = { allowed: false, reason: { kind: 'unknown_permission' } }

/**
 * Decides one question. Pure: the same facts give the same answer.
 *
 * @param access the person's facts in the organization that is asked about, or null
 * @param permission what is to be done; an unregistered value is refused, never thrown on
 * @param resource the row it is to be done to; without one the question is about the organization
 */
export function decide(
  access: Access | null,
  permission: Permission,
  resource?: Resource,
): Decision {
  if (access === null) return NOT_A_MEMBER
  if (access.status !== 'active') {
    return { allowed: false, reason: { kind: 'membership_inactive', status: access.status } }
  }
  if (!isPermission(permission)) return UNKNOWN_PERMISSION
  // The tenant first: ownership of a row in another organization is worth nothing here.
  if (resource !== undefined && resource.orgId !== access.orgId) return OTHER_ORGANIZATION
  if (access.permissions.has(permission)) {
    return { allowed: true, reason: { kind: 'granted_by_role', permission } }
  }
  if (resource !== undefined && isOwner(access, resource) && ownerMay(resource, permission)) {
    return { allowed: true, reason: { kind: 'granted_by_ownership', permission } }
  }
  return { allowed: false, reason: { kind: 'missing_permission', permission } }
}

/**
 * Which ownership could grant this permission, for list queries that must filter in SQL.
 *
 * @returns true when owning a resource of this type grants the permission by itself
 */
export function ownershipGrants(type: Resource['type'], permission: Permission): boolean {
  return OWNER_MAY[type]?.has(permission) ?? false
}

function isOwner(access: Access, resource: Resource): boolean {
  return resource.ownerId !== undefined && resource.ownerId === access.userId
}

function ownerMay(resource: Resource, permission: Permission): boolean {
  return ownershipGrants(resource.type, permission)
}
