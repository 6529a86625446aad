import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { MemberList } from '~/features/members/components/member-list'
import { memberSearch } from '~/features/members/member-search'
import { membersQuery } from '~/features/members/members.queries'
import { loadRolesIfSeen, useRolesIfSeen } from '~/features/roles/roles-if-seen'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/members/')({
  validateSearch: memberSearch,
  loaderDeps: ({ search: { search, status, roleId, sort, page } }) => ({
    filters: { search, status, roleId, sort, page },
  }),
  loader: ({ context: { queryClient }, deps: { filters }, parentMatchPromise, location }) =>
    Promise.all([
      load(() => queryClient.query(membersQuery(filters)), location),
      loadRolesIfSeen(queryClient, viewerOf(parentMatchPromise, location), location),
    ]),
  head: () => pageTitle('Members'),
  component: MembersPage,
})

function MembersPage() {
  const { filters } = Route.useLoaderDeps()
  const { data: found } = useSuspenseQuery(membersQuery(filters))
  const roles = useRolesIfSeen()
  return (
    <>
      <PageHeader
        title="Members"
        description="Who belongs to the organization, with which roles."
      />
      <MemberList found={found} search={filters} roles={roles} />
    </>
  )
}
