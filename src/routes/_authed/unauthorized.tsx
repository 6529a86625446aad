import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { unauthorizedSearch } from '~/features/access/search'
import { UnauthorizedPage } from '~/features/access/unauthorized-page'
import { useViewer } from '~/features/access/use-permission'
import { hasOrganization } from '~/features/access/viewer'
import { grantersQuery } from '~/features/roles/roles.queries'
import { pageTitle } from '../-shell/page-title'

export const Route = createFileRoute('/_authed/unauthorized')({
  validateSearch: unauthorizedSearch,
  loaderDeps: ({ search: { permission } }) => ({ permission }),
  loader: async ({ deps: { permission }, context, parentMatchPromise, location }) => {
    const { loaderData: viewer } = await parentMatchPromise
    // Without a membership there is nobody to ask, and asking would be refused.
    if (permission === undefined || viewer === undefined || !hasOrganization(viewer)) return
    await load(() => context.queryClient.query(grantersQuery(permission)), location)
  },
  head: () => pageTitle('No access'),
  component: Unauthorized,
})

function Unauthorized() {
  const { permission, from } = Route.useSearch()
  const isAsked = hasOrganization(useViewer()) && permission !== undefined
  const { data: granters } = useQuery({
    // Never read without a permission: the name then only fills the place.
    ...grantersQuery(permission ?? 'content:read'),
    enabled: isAsked,
  })
  return (
    <UnauthorizedPage
      permission={permission}
      from={from}
      granters={isAsked ? (granters ?? []) : []}
    />
  )
}
