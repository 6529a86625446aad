import { createFileRoute, notFound } from '@tanstack/react-router'
import { canAccess } from '~/authz'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { accessOf } from '~/features/access/viewer'
import { MemberPage } from '~/features/members/components/member-page'
import { listMembers } from '~/features/members/members.functions'
import { listRoles } from '~/features/roles/roles.functions'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/members/$memberId')({
  loader: async ({ params: { memberId }, parentMatchPromise, location }) => {
    const reading = load(() => listMembers(), location)
    const access = accessOf(await viewerOf(parentMatchPromise))
    // Roles are read only for who may see them: asking anyway would be refused, and recorded.
    const seesRoles = canAccess(access, 'org:roles:read') || canAccess(access, 'org:roles:assign')
    const [members, roles] = await Promise.all([
      reading,
      seesRoles ? load(() => listRoles(), location) : [],
    ])
    const member = members.find(({ id }) => id === memberId)
    if (member === undefined) throw notFound()
    return { member, roles }
  },
  head: ({ loaderData }) => pageTitle(loaderData?.member.name ?? 'Member'),
  component: Member,
})

function Member() {
  const { member, roles } = Route.useLoaderData()
  return <MemberPage member={member} roles={roles} />
}
