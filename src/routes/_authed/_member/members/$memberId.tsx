import { createFileRoute, notFound } from '@tanstack/react-router'
import { canAccess } from '~/authz'
import { viewerOf } from '~/features/access/guard'
import { load, type Place } from '~/features/access/load'
import { accessOf, type Viewer } from '~/features/access/viewer'
import { MemberPage } from '~/features/members/components/member-page'
import { listMembers } from '~/features/members/members.functions'
import { listRoles } from '~/features/roles/roles.functions'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/members/$memberId')({
  loader: async ({ params: { memberId }, parentMatchPromise, location }) => {
    // One `Promise.all`: a read that was started and not yet awaited when another one threw would
    // be an unhandled rejection, which ends the server.
    const [members, roles] = await Promise.all([
      load(() => listMembers(), location),
      rolesIfSeen(viewerOf(parentMatchPromise, location), location),
    ])
    const member = members.find(({ id }) => id === memberId)
    if (member === undefined) throw notFound()
    return { member, roles }
  },
  head: ({ loaderData }) => pageTitle(loaderData?.member.name ?? 'Member'),
  component: Member,
})

/** Only for who may see them: asking all the same would be refused, and recorded as a denial. */
async function rolesIfSeen(viewing: Promise<Viewer>, place: Place) {
  const access = accessOf(await viewing)
  const isSeen = canAccess(access, 'org:roles:read') || canAccess(access, 'org:roles:assign')
  return isSeen ? load(() => listRoles(), place) : []
}

function Member() {
  const { member, roles } = Route.useLoaderData()
  return <MemberPage member={member} roles={roles} />
}
