import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { unauthorizedSearch } from '~/features/access/search'
import { UnauthorizedPage } from '~/features/access/unauthorized-page'
import { hasOrganization } from '~/features/access/viewer'
import { listGranters } from '~/features/roles/roles.functions'
import { pageTitle } from '../-shell/page-title'

export const Route = createFileRoute('/_authed/unauthorized')({
  validateSearch: unauthorizedSearch,
  loaderDeps: ({ search: { permission } }) => ({ permission }),
  loader: async ({ deps: { permission }, parentMatchPromise, location }) => {
    const { loaderData: viewer } = await parentMatchPromise
    // Without a membership there is nobody to ask, and asking would be refused.
    if (permission === undefined || viewer === undefined || !hasOrganization(viewer)) return []
    return load(() => listGranters({ data: { permission } }), location)
  },
  head: () => pageTitle('No access'),
  component: Unauthorized,
})

function Unauthorized() {
  const { permission, from } = Route.useSearch()
  return <UnauthorizedPage permission={permission} from={from} granters={Route.useLoaderData()} />
}
