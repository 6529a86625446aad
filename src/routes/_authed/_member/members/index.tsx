import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { MemberTable } from '~/features/members/components/member-table'
import { membersQuery } from '~/features/members/members.queries'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/members/')({
  loader: ({ context, location }) =>
    load(() => context.queryClient.query(membersQuery()), location),
  head: () => pageTitle('Members'),
  component: MembersPage,
})

function MembersPage() {
  const { rows: members } = useSuspenseQuery(membersQuery()).data
  return (
    <>
      <PageHeader
        title="Members"
        description="Who belongs to the organization, with which roles."
      />
      <MemberTable members={members} />
    </>
  )
}
