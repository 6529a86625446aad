/**
 * Bundles: permissions under the names of what people do with the product. They are how the editor
 * of roles offers permissions, and nothing else: what is sent, checked and stored are the atoms, so
 * that a bundle that grows grants nobody anything.
 */
import type { Permission } from './permissions'

export interface Bundle {
  readonly name: string
  readonly permissions: readonly Permission[]
}

export const BUNDLES = {
  'content:manage': {
    name: 'Write and publish',
    permissions: ['content:read', 'content:write', 'content:publish', 'content:delete'],
  },
  'projects:manage': {
    name: 'Run projects',
    permissions: ['projects:read', 'projects:write', 'projects:delete'],
  },
  'people:manage': {
    name: 'Look after people',
    permissions: [
      'users:read',
      'users:write',
      'users:delete',
      'org:members:invite',
      'org:members:remove',
    ],
  },
  'roles:manage': {
    name: 'Decide who may do what',
    permissions: ['org:roles:read', 'org:roles:write', 'org:assignments:read', 'org:roles:assign'],
  },
  'settings:manage': {
    name: 'Change settings',
    permissions: ['org:settings:read', 'org:settings:write'],
  },
  'billing:manage': {
    name: 'Handle the plan and its bill',
    permissions: ['billing:read', 'billing:write'],
  },
  'audit:review': {
    name: 'Review the audit log',
    permissions: ['audit:read', 'audit:export'],
  },
  'org:end': {
    name: 'End the organization or hand it over',
    permissions: ['org:delete', 'org:transfer'],
  },
} as const satisfies Record<string, Bundle>

export type BundleKey = keyof typeof BUNDLES

// Object.keys is typed string[]; BUNDLES is a literal, so its keys are exactly BundleKey.
/** The bundles in the order that the editor shows. */
export const BUNDLE_KEYS = Object.keys(BUNDLES) as readonly BundleKey[]

/** @returns how much of the bundle is among the permissions */
export function bundleState(
  key: BundleKey,
  permissions: ReadonlySet<Permission>,
): 'all' | 'some' | 'none' {
  const atoms: readonly Permission[] = BUNDLES[key].permissions
  const held = atoms.filter((permission) => permissions.has(permission)).length
  if (held === 0) return 'none'
  return held === atoms.length ? 'all' : 'some'
}
