import { type QueryClient, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { viewerOf } from '~/features/access/guard'
import { load, type Place } from '~/features/access/load'
import { useAnyPermission } from '~/features/access/use-permission'
import { accessOf, type Viewer } from '~/features/access/viewer'
import { MemberPage } from '~/features/members/components/member-page'
import { memberQuery } from '~/features/members/members.queries'
import { maySeeRoles, rolesQuery, SEE_ROLES } from '~/features/roles/roles.queries'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/members/$memberId')({
  loader: async ({ params: { memberId }, context, parentMatchPromise, location }) => {
    const { queryClient } = context
    // One `Promise.all`: a read that was started and not yet awaited when another one threw would
    // be an unhandled rejection, which ends the server.
    const [member] = await Promise.all([
      load(() => queryClient.query(memberQuery(memberId)), location),
      rolesIfSeen(queryClient, viewerOf(parentMatchPromise, location), location),
    ])
    return member
  },
  head: ({ loaderData }) => pageTitle(loaderData?.name ?? 'Member'),
  component: Member,
})

/** Only for who may see them: asking all the same would be refused, and recorded as a denial. */
async function rolesIfSeen(client: QueryClient, viewing: Promise<Viewer>, place: Place) {
  if (maySeeRoles(accessOf(await viewing))) await load(() => client.query(rolesQuery), place)
}

function Member() {
  const { memberId } = Route.useParams()
  const { data: member } = useSuspenseQuery(memberQuery(memberId))
  const { data: roles = [] } = useQuery({ ...rolesQuery, enabled: useAnyPermission(SEE_ROLES) })
  return <MemberPage member={member} roles={roles} />
}
