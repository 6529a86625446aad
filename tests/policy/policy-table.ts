/** Draws a policy as an aligned table of ✔ and ✘, one row a permission, grouped by resource. */
import { type Permission, resourceOf } from '~/authz'

/**
 * @param roles the columns, in order
 * @param permissions the rows, in order
 * @param may the answer for one cell
 */
export function policyTable<Role extends string>(
  roles: readonly Role[],
  permissions: readonly Permission[],
  may: (role: Role, permission: Permission) => boolean,
): string {
  const first = Math.max(...permissions.map((permission) => permission.length)) + 2
  const row = (label: string, cells: readonly string[]): string =>
    (
      label.padEnd(first) + cells.map((cell, i) => cell.padEnd(widthOf(roles[i]))).join('')
    ).trimEnd()

  const lines = [row('', roles)]
  let group = ''
  for (const permission of permissions) {
    const [resource = ''] = resourceOf(permission).split(':')
    if (resource !== group) lines.push('')
    group = resource
    lines.push(
      row(
        permission,
        roles.map((role) => (may(role, permission) ? '✔' : '✘')),
      ),
    )
  }
  return `${lines.join('\n')}\n`
}

function widthOf(role: string | undefined): number {
  return (role ?? '').length + 3
}
