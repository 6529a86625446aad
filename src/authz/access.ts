/**
 * The facts a decision is made from, and the resource-ownership helper `canAccess`.
 *
 * Refuses, in this order: no active membership, another tenant's resource, and whatever
 * neither ownership nor a permission grants. The order is the point: asking "is this the
 * owner?" before "is this their organization?" lets a former member, or the owner of a row
 * in another tenant, straight in.
 */
import { decide } from './decision'
import type { Permission } from './permissions'

/** One role that a member holds, as facts: enough to decide and to say why. */
export interface HeldRole {
  readonly id: string
  readonly key: string
  readonly name: string
}

/** What one person may do in one organization, as the database said at this request. */
export interface Access {
  readonly userId: string
  readonly orgId: string
  readonly membershipId: string
  /** Only `active` ever grants; anything else, `suspended` or unknown, refuses. */
  readonly status: string
  readonly roles: readonly HeldRole[]
  /** The deduplicated union over all held roles. */
  readonly permissions: ReadonlySet<Permission>
  /**
   * Whether this member handles the plan and its bill, whatever their roles. A narrow exception to
   * roles, read in one function and nowhere else: see `billing.ts`.
   */
  readonly isBillingContact?: boolean
}

/** The types of resource that carry an owner or are checked one by one. */
export type ResourceType = 'project' | 'document' | 'member' | 'invitation' | 'role' | 'offer'

/** The facts about a resource that a decision may depend on. */
export interface Resource {
  readonly type: ResourceType
  readonly orgId: string
  /** The person the resource belongs to, for the types where ownership grants anything. */
  readonly ownerId?: string | null
}

/**
 * May this person do this to this resource (or, without one, to the organization)?
 *
 * @param access the person's facts in the active organization; `null` refuses
 * @param permission what is to be done
 * @param resource the row it is to be done to, if it is one row
 */
export function canAccess(
  access: Access | null,
  permission: Permission,
  resource?: Resource,
): boolean {
  return decide(access, permission, resource).allowed
}

/**
 * May this person do at least one of these? Nobody may do one of none.
 *
 * @param access the person's facts in the active organization; `null` refuses
 */
export function canAccessAny(
  access: Access | null,
  permissions: readonly Permission[],
  resource?: Resource,
): boolean {
  return permissions.some((permission) => canAccess(access, permission, resource))
}

/**
 * May this person do every one of these? Who has no active membership is refused, and an empty list does not compile.
 *
 * @param access the person's facts in the active organization; `null` refuses
 */
export function canAccessAll(
  access: Access | null,
  permissions: readonly [Permission, ...Permission[]],
  resource?: Resource,
): boolean {
  return permissions.every((permission) => canAccess(access, permission, resource))
}
