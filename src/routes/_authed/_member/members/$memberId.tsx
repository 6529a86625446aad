import { createFileRoute } from '@tanstack/react-router'
import { canAccess } from '~/authz'
import { viewerOf } from '~/features/access/guard'
import { load, type Place } from '~/features/access/load'
import { accessOf, type Viewer } from '~/features/access/viewer'
import { MemberPage } from '~/features/members/components/member-page'
import { getMember } from '~/features/members/members.functions'
import { listRoles } from '~/features/roles/roles.functions'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/members/$memberId')({
  loader: async ({ params: { memberId }, parentMatchPromise, location }) => {
    // One `Promise.all`: a read that was started and not yet awaited when another one threw would
    // be an unhandled rejection, which ends the server.
    const [member, roles] = await Promise.all([
      load(() => getMember({ data: { memberId } }), location),
      rolesIfSeen(viewerOf(parentMatchPromise, location), location),
    ])
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
