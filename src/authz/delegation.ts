/**
 * Who may act on whom, and hand out what: the rules that stop privilege escalation.
 *
 * Refuses: granting a permission one does not hold (which is how an admin makes themselves an
 * owner), and acting on a member who holds more than oneself (which is how an admin removes
 * the owner). Both compare permissions, never the names or ranks of roles.
 */
import type { Permission } from './permissions'

/**
 * Which of the wanted permissions the actor does not hold.
 *
 * @param held the actor's effective permissions
 * @param wanted the permissions of a role to be granted, or of a member to be acted upon
 * @returns the permissions in excess; empty means the actor covers them all
 */
export function permissionsBeyond(
  held: ReadonlySet<Permission>,
  wanted: Iterable<Permission>,
): readonly Permission[] {
  return [...new Set(wanted)].filter((permission) => !held.has(permission))
}
