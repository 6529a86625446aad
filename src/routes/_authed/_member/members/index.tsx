import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { MemberTable } from '~/features/members/components/member-table'
import { listMembers } from '~/features/members/members.functions'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/members/')({
  loader: ({ location }) => load(() => listMembers(), location),
  head: () => pageTitle('Members'),
  component: MembersPage,
})

function MembersPage() {
  const { rows: members } = Route.useLoaderData()
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
