/** Roles beside what a page is about: read only for who may see them, and empty for the others. */
import { type QueryClient, useQuery } from '@tanstack/react-query'
import { canAccessAny, type Permission } from '~/authz'
import { load, type Place } from '~/features/access/load'
import { useAnyPermission } from '~/features/access/use-permission'
import { accessOf, type Viewer } from '~/features/access/viewer'
import { rolesQuery } from './roles.queries'

/** Any of these lets one see roles. */
const SEE_ROLES: readonly Permission[] = ['org:roles:read', 'org:roles:assign']

/** For a loader. Asking without the permission would be refused, and recorded as a denial. */
export async function loadRolesIfSeen(
  client: QueryClient,
  viewing: Promise<Viewer>,
  place: Place,
): Promise<void> {
  if (!canAccessAny(accessOf(await viewing), SEE_ROLES)) return
  await load(() => client.query(rolesQuery), place)
}

export function useRolesIfSeen() {
  return useQuery({ ...rolesQuery, enabled: useAnyPermission(SEE_ROLES) }).data ?? []
}
