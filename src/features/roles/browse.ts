/** What the browser of permissions begins with, read with its page. */
import type { QueryClient } from '@tanstack/react-query'
import { canAccess, type Permission } from '~/authz'
import { load, type Place } from '~/features/access/load'
import { accessOf, type Viewer } from '~/features/access/viewer'
import { permissionQuery, permissionsQuery } from './roles.queries'

/** The one that is shown until another is asked for. */
export const FIRST_SHOWN: Permission = 'content:read'

/** For a loader. Whoever may not read roles is not shown the browser, and must not be refused for it. */
export async function loadToBrowse(
  client: QueryClient,
  viewing: Promise<Viewer>,
  place: Place,
): Promise<void> {
  if (!canAccess(accessOf(await viewing), 'org:roles:read')) return
  await load(
    () => Promise.all([client.query(permissionsQuery), client.query(permissionQuery(FIRST_SHOWN))]),
    place,
  )
}
