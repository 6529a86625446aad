/** The matrix as rows to show: pure, so that what a filter leaves can be tested without a page. */
import { ALL_PERMISSIONS, type Permission, PERMISSIONS } from '~/authz'
import { type MatrixSearch, partOf, RESOURCES } from './matrix-search'

interface RoleColumn {
  readonly key: string
  readonly permissions: readonly Permission[]
}

interface GuardRow {
  readonly name: string
  readonly permissions: readonly string[]
}

export interface MatrixRow<Guard> {
  readonly permission: Permission
  readonly guards: readonly Guard[]
}

export interface MatrixGroup<Guard> {
  readonly resource: string
  readonly rows: readonly MatrixRow<Guard>[]
}

/** The roles that the address names, or all when it names none that exists. */
export function shownRoles<Role extends RoleColumn>(
  roles: readonly Role[],
  { roles: named }: MatrixSearch,
): readonly Role[] {
  const keys = new Set(named?.split(','))
  const found = roles.filter(({ key }) => keys.has(key))
  return found.length === 0 ? roles : found
}

/** The address's `roles` after one of them was shown or hidden; undefined is all of them. */
export function withRoleToggled(
  roles: readonly RoleColumn[],
  search: MatrixSearch,
  toggled: string,
): string | undefined {
  const shown = new Set(shownRoles(roles, search).map(({ key }) => key))
  if (!shown.delete(toggled)) shown.add(toggled)
  const keys = roles.map(({ key }) => key).filter((key) => shown.has(key))
  return keys.length === 0 || keys.length === roles.length ? undefined : keys.join(',')
}

/** The permissions that the filter leaves, by resource, each with what it guards. */
export function matrixGroups<Guard extends GuardRow>(
  roles: readonly RoleColumn[],
  guards: readonly Guard[],
  search: MatrixSearch,
): readonly MatrixGroup<Guard>[] {
  const rows = ALL_PERMISSIONS.map((permission) => ({
    permission,
    guards: guards.filter((guard) => guard.permissions.includes(permission)),
  })).filter(
    (row) => matches(row, search.search) && (search.differ !== true || differs(row, roles)),
  )
  return RESOURCES.filter((one) => search.resource === undefined || one === search.resource)
    .map((resource) => ({
      resource,
      rows: rows.filter(({ permission }) => partOf(permission) === resource),
    }))
    .filter((group) => group.rows.length > 0)
}

function matches({ permission, guards }: MatrixRow<GuardRow>, words = ''): boolean {
  const wanted = words.trim().toLowerCase()
  return [permission, PERMISSIONS[permission].description, ...guards.map(({ name }) => name)].some(
    (text) => text.toLowerCase().includes(wanted),
  )
}

function differs({ permission }: { permission: Permission }, roles: readonly RoleColumn[]) {
  const holders = roles.filter(({ permissions }) => permissions.includes(permission))
  return holders.length > 0 && holders.length < roles.length
}
