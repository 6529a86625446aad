/**
 * The role templates: named bundles of permissions that every new organization starts with.
 *
 * Decides what the roles of an organization grant as long as they follow their template, which a
 * migration mirrors; where a role differs, the organization's own rows say so. Nothing outside this folder compares a role's name: gates
 * ask for permissions. The attack this prevents is the `role === 'admin'` check that a new
 * role slips past.
 */
import { ALL_PERMISSIONS, type Permission } from './permissions'

export interface RoleTemplate {
  readonly name: string
  readonly description: string
  readonly permissions: readonly Permission[]
}

const READ_WORK = ['content:read', 'projects:read', 'users:read'] as const
const READ_EVERYTHING = [
  ...READ_WORK,
  'org:roles:read',
  'org:assignments:read',
  'org:settings:read',
  'billing:read',
] as const satisfies readonly Permission[]

/** What an owner alone holds: ending the organization, or handing it over. */
const OWNER_ONLY: ReadonlySet<Permission> = new Set<Permission>(['org:delete', 'org:transfer'])

export const ROLE_TEMPLATES = {
  owner: {
    name: 'Owner',
    description: 'Everything, ending the organization included. There is always at least one.',
    permissions: ALL_PERMISSIONS,
  },
  admin: {
    name: 'Admin',
    description: 'Everything but deleting the organization or handing it over.',
    permissions: ALL_PERMISSIONS.filter((permission) => !OWNER_ONLY.has(permission)),
  },
  editor: {
    name: 'Editor',
    description: 'Reads everything; writes and publishes content.',
    permissions: [...READ_EVERYTHING, 'content:write', 'content:publish'],
  },
  viewer: {
    name: 'Viewer',
    description: 'Reads, and changes nothing.',
    permissions: READ_EVERYTHING,
  },
  billing: {
    name: 'Billing',
    description: 'The plan and its bill, and who belongs to the organization. No content.',
    permissions: ['users:read', 'billing:read', 'billing:write'],
  },
} as const satisfies Record<string, RoleTemplate>

export type RoleKey = keyof typeof ROLE_TEMPLATES

// Object.keys is typed string[]; ROLE_TEMPLATES is a literal, so its keys are exactly RoleKey.
/** The templates' keys, from the most to the least powerful: the order pages show. */
export const ROLE_KEYS = Object.keys(ROLE_TEMPLATES) as readonly RoleKey[]

/** The role given to whoever creates an organization; one active holder must always remain. */
export const OWNER_ROLE: RoleKey = 'owner'

/** What people who join are given, until the organization chooses another role for them. */
export const ROLE_OF_JOINERS: RoleKey = 'viewer'

/** What an owner becomes who has handed the organization over. */
export const ROLE_OF_FORMER_OWNERS: RoleKey = 'admin'

/** @returns whether a role of this key is the one that an organization can't be without. */
export function isOwnerRole(key: string): boolean {
  return key === OWNER_ROLE
}

/** @returns true for the key of a role template; unknown keys are refused. */
export function isRoleKey(value: string): value is RoleKey {
  return Object.hasOwn(ROLE_TEMPLATES, value)
}
