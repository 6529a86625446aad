/**
 * Ranks, for two things only: the order in which pages show roles, and a route guard that asks for
 * "at least an editor" to send people to a page that suits them.
 *
 * Never for a decision. A rank says nothing about a role that an organization made or changed, and
 * nothing about billing: gates ask for permissions (docs/decisions/007-permissions-not-ranks.md).
 */
import type { HeldRole } from './access'
import { isRoleKey, ROLE_KEYS } from './roles'

/** From the highest to the lowest. The billing role is beside these, neither above nor below. */
const RANKED = ['owner', 'admin', 'editor', 'viewer'] as const

export type RankedRole = (typeof RANKED)[number]

/**
 * Whether somebody holds this role or one above it, by the roles' keys. A role of the
 * organization's own has no rank.
 */
export function hasRole(held: readonly Pick<HeldRole, 'key'>[], atLeast: RankedRole): boolean {
  const enough: readonly string[] = RANKED.slice(0, RANKED.indexOf(atLeast) + 1)
  return held.some(({ key }) => enough.includes(key))
}

/** A role's place in a list: the templates' order, then the organization's own. */
export function displayRank(key: string): number {
  return isRoleKey(key) ? ROLE_KEYS.indexOf(key) : ROLE_KEYS.length
}
