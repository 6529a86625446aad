import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { viewerOf } from '~/features/access/guard'
import { useAsked } from '~/features/access/list-address'
import { load } from '~/features/access/load'
import { PendingList } from '~/features/access/pending-list'
import { MemberList } from '~/features/members/components/member-list'
import { memberFiltersIn, membersQuery } from '~/features/members/members.queries'
import { loadRolesIfSeen, useRolesIfSeen } from '~/features/roles/roles-if-seen'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/members/')({
  validateSearch: memberFiltersIn,
  loader: ({ context: { queryClient }, parentMatchPromise, location }) =>
    Promise.all([
      load(() => queryClient.query(membersQuery(memberFiltersIn(location.search))), location),
      loadRolesIfSeen(queryClient, viewerOf(parentMatchPromise, location), location),
    ]),
  head: () => pageTitle('Members'),
  pendingComponent: () => <PendingList title="Members" />,
  component: MembersPage,
})

function MembersPage() {
  const asked = useAsked(Route.useSearch(), memberFiltersIn)
  const { data: list } = useSuspenseQuery(membersQuery(asked))
  const roles = useRolesIfSeen()
  return (
    <>
      <PageHeader
        title="Members"
        description="Who belongs to the organization, with which roles."
      />
      <MemberList asked={asked} list={list} roles={roles} />
    </>
  )
}
