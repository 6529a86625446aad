/**
 * Roles beside each other: where a role differs from its template, how two roles differ, and which
 * roles are nearly the same. Decides nothing; it shows people what they are about to make, so that
 * an organization doesn't end up with eight kinds of Editor that nobody can tell apart.
 */
import type { Permission } from './permissions'

export interface Comparison {
  readonly onlyFirst: readonly Permission[]
  readonly onlySecond: readonly Permission[]
  readonly both: readonly Permission[]
}

/** Two sets of permissions side by side. */
export function comparePermissions(
  first: Iterable<Permission>,
  second: Iterable<Permission>,
): Comparison {
  const [mine, theirs] = [new Set(first), new Set(second)]
  return {
    onlyFirst: [...mine].filter((permission) => !theirs.has(permission)),
    onlySecond: [...theirs].filter((permission) => !mine.has(permission)),
    both: [...mine].filter((permission) => theirs.has(permission)),
  }
}

/** What a role stores: its differences to the template that it follows. */
export interface RoleDifferences {
  readonly added: readonly Permission[]
  readonly removed: readonly Permission[]
}

/**
 * @param template what the template grants; nothing for a role that follows none
 * @param wanted all that the role shall grant
 */
export function differencesTo(
  template: Iterable<Permission>,
  wanted: Iterable<Permission>,
): RoleDifferences {
  const { onlyFirst, onlySecond } = comparePermissions(wanted, template)
  return { added: onlyFirst, removed: onlySecond }
}

/** Roles that differ in this many permissions at most are worth a question. */
const NEARLY = 2

/**
 * The roles that grant nearly the same, the closest first.
 *
 * @returns each with the number of permissions in which it differs; 0 is the same
 */
export function nearlyTheSame<Role extends { readonly permissions: readonly Permission[] }>(
  wanted: readonly Permission[],
  others: readonly Role[],
): readonly { readonly role: Role; readonly differsBy: number }[] {
  return others
    .map((role) => {
      const { onlyFirst, onlySecond } = comparePermissions(wanted, role.permissions)
      return { role, differsBy: onlyFirst.length + onlySecond.length }
    })
    .filter(({ differsBy }) => differsBy <= NEARLY)
    .toSorted((a, b) => a.differsBy - b.differsBy)
}
