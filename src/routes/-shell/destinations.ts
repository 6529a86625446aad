/**
 * The pages one can go to, in one table: the sidebar, the command palette and the keyboard
 * shortcuts all read it, so that none of them offers what the others hide.
 */
import type { LinkProps } from '@tanstack/react-router'
import { type Access, canAccess, hasBillingAccess, type Permission } from '~/authz'
import type { IconName } from '~/ui/icons'

export interface Destination {
  readonly to: NonNullable<LinkProps['to']>
  readonly label: string
  readonly icon: IconName
  /** Pressed after `g`: goes there from anywhere. */
  readonly shortcut: string
  /** Any of these opens it; without them every member may. */
  readonly anyOf?: readonly Permission[]
}

export interface DestinationGroup {
  readonly label: string
  readonly pages: readonly Destination[]
}

const GROUPS: readonly DestinationGroup[] = [
  {
    label: 'Work',
    pages: [
      { to: '/', label: 'Dashboard', icon: 'dashboard', shortcut: 'd' },
      {
        to: '/projects',
        label: 'Projects',
        icon: 'folder',
        shortcut: 'p',
        anyOf: ['projects:read'],
      },
      { to: '/documents', label: 'Documents', icon: 'file', shortcut: 'o' },
    ],
  },
  {
    label: 'People',
    pages: [
      {
        to: '/members',
        label: 'Members',
        icon: 'users',
        shortcut: 'm',
        anyOf: ['users:read'],
      },
      {
        to: '/invitations',
        label: 'Invitations',
        icon: 'mail',
        shortcut: 'i',
        anyOf: ['org:members:invite'],
      },
    ],
  },
  {
    label: 'Access',
    pages: [
      {
        to: '/roles',
        label: 'Roles',
        icon: 'shield',
        shortcut: 'r',
        anyOf: ['org:roles:read', 'org:roles:assign'],
      },
      {
        to: '/matrix',
        label: 'Matrix',
        icon: 'matrix',
        shortcut: 'x',
        anyOf: ['org:roles:read', 'org:roles:assign'],
      },
      {
        to: '/audit',
        label: 'Audit log',
        icon: 'audit',
        shortcut: 'a',
        anyOf: ['audit:read'],
      },
    ],
  },
  {
    label: 'Organization',
    pages: [
      {
        to: '/settings',
        label: 'Settings',
        icon: 'settings',
        shortcut: 's',
        anyOf: ['org:settings:read'],
      },
      {
        to: '/billing',
        label: 'Billing',
        icon: 'card',
        shortcut: 'b',
        anyOf: ['billing:read'],
      },
    ],
  },
]

/**
 * The groups with the pages that this person may open; groups that would be empty are left out.
 *
 * @param access the viewer's facts; null (no active membership) opens none
 */
export function destinationsFor(access: Access | null): readonly DestinationGroup[] {
  if (access === null) return []
  return GROUPS.map(({ label, pages }) => ({
    label,
    pages: pages.filter(({ anyOf }) => mayOpen(access, anyOf)),
  })).filter(({ pages }) => pages.length > 0)
}

/** @returns the permissions of which any opens a page; none for pages that every member may open */
export function permissionsFor(path: string): readonly Permission[] {
  const pages = GROUPS.flatMap((group) => group.pages)
  return pages.find(({ to }) => to === path)?.anyOf ?? []
}

function mayOpen(access: Access, anyOf: readonly Permission[] | undefined): boolean {
  return anyOf === undefined || anyOf.some((permission) => mayUse(access, permission))
}

/** The billing contact opens the billing page without a role for it. */
function mayUse(access: Access, permission: Permission): boolean {
  return permission === 'billing:read'
    ? hasBillingAccess(access, permission)
    : canAccess(access, permission)
}
