/**
 * The permission registry: every capability this product can grant, once.
 *
 * Decides nothing. It is the vocabulary that gates, roles and screens share, so that a
 * permission which is misspelt, invented by a client, or retired does not compile and does
 * not parse. Naming follows `resource:action`; the list starts from the RBAC guide's twelve
 * and splits what only an owner should hold.
 *
 * A migration mirrors this registry into the `permissions` table (a test compares the two),
 * so a role in the database cannot hold a permission that the code does not know.
 */

export interface PermissionEntry {
  /** One sentence for the person who reads the roles page. */
  readonly description: string
  /**
   * True when using the permission changes who may do what. Such mutations run one at a time
   * within an organization (see `middleware/access-order.ts`), which is what keeps two owners
   * from demoting each other at once, and nobody may use it on a member who holds more.
   */
  readonly changesAccess?: true
  /** True when using it writes membership rows without changing rights: these queue as well. */
  readonly writesMemberships?: true
}

const REGISTRY = {
  'content:read': { description: 'Read every document of the organization.' },
  'content:write': { description: 'Create documents and edit any of them.' },
  'content:publish': { description: 'Publish documents and take them back.' },
  'content:delete': { description: 'Delete any document for good.' },
  'projects:read': { description: 'See the projects of the organization.' },
  'projects:write': { description: 'Create, rename and archive projects.' },
  'projects:delete': { description: 'Delete a project with its documents.' },
  'users:read': { description: 'See who belongs to the organization.' },
  'users:write': {
    description: "Edit other members' profiles in this organization.",
    writesMemberships: true,
  },
  'users:delete': {
    description: "Erase a person's data from this organization.",
    changesAccess: true,
  },
  'org:members:invite': { description: 'Invite people.', changesAccess: true },
  'org:members:remove': { description: 'Suspend and remove members.', changesAccess: true },
  'org:roles:read': { description: 'See the roles and what each may do.' },
  'org:roles:write': { description: 'Create and change roles.', changesAccess: true },
  'org:assignments:read': { description: 'See who holds which role.' },
  'org:roles:assign': { description: 'Give roles to members.', changesAccess: true },
  'org:settings:read': { description: "Read the organization's settings." },
  'org:settings:write': { description: "Change the organization's settings." },
  'org:delete': { description: 'Delete the organization.', changesAccess: true },
  'org:transfer': { description: 'Hand the organization to a new owner.', changesAccess: true },
  'billing:read': { description: 'See the plan and what has been used.' },
  'billing:write': { description: 'Change the plan.' },
  'audit:read': { description: 'Read the audit log.' },
  'audit:export': { description: 'Download the audit log.' },
} as const satisfies Record<`${string}:${string}`, PermissionEntry>

export type Permission = keyof typeof REGISTRY

/** The registry's text for each permission. */
export const PERMISSIONS: Readonly<Record<Permission, PermissionEntry>> = REGISTRY

// Object.keys is typed string[]; REGISTRY is a literal, so its keys are exactly Permission.
/** Every permission, in the registry's order (the order that pages and tables show). */
export const ALL_PERMISSIONS = Object.keys(REGISTRY) as readonly Permission[]

/**
 * Narrows untrusted text to a registered permission.
 *
 * @param value text from a database row or a client
 * @returns true only for an own key of the registry (`__proto__` and friends are refused)
 */
export function isPermission(value: string): value is Permission {
  return Object.hasOwn(REGISTRY, value)
}

/** @returns the part before the last colon: `org:members` for `org:members:invite`. */
export function resourceOf(permission: Permission): string {
  return permission.slice(0, permission.lastIndexOf(':'))
}
