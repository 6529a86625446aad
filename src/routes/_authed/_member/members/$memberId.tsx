import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { MemberPage } from '~/features/members/components/member-page'
import { memberQuery } from '~/features/members/members.queries'
import { loadRolesIfSeen, useRolesIfSeen } from '~/features/roles/roles-if-seen'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/members/$memberId')({
  loader: async ({ params: { memberId }, context, parentMatchPromise, location }) => {
    const { queryClient } = context
    // One `Promise.all`: a read that was started and not yet awaited when another one threw would
    // be an unhandled rejection, which ends the server.
    const [member] = await Promise.all([
      load(() => queryClient.query(memberQuery(memberId)), location),
      loadRolesIfSeen(queryClient, viewerOf(parentMatchPromise, location), location),
    ])
    return member
  },
  head: ({ loaderData }) => pageTitle(loaderData?.name ?? 'Member'),
  component: Member,
})

function Member() {
  const { memberId } = Route.useParams()
  const { data: member } = useSuspenseQuery(memberQuery(memberId))
  const roles = useRolesIfSeen()
  return <MemberPage member={member} roles={roles} />
}
