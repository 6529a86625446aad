import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { canAccess } from '~/authz'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { loadRoom } from '~/features/access/room.queries'
import { accessOf } from '~/features/access/viewer'
import { holdersQuery } from '~/features/assignments/assignments.queries'
import { PickedMember } from '~/features/members/components/picked-member'
import { RoleHolders } from '~/features/assignments/components/role-holders'
import { RolePage } from '~/features/roles/components/role-page'
import { roleQuery, rolesQuery } from '~/features/roles/roles.queries'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/roles/$roleId')({
  loader: async ({ params: { roleId }, context, parentMatchPromise, location }) => {
    const { queryClient } = context
    const role = load(() => queryClient.query(roleQuery(roleId)), location)
    // Waited for last: who may see no roles at all is told that, and not that there is nothing,
    // whichever of the two answers comes first.
    role.catch(() => {})
    const [, viewer] = await Promise.all([
      load(() => queryClient.query(rolesQuery), location),
      viewerOf(parentMatchPromise, location),
      loadRoom(queryClient, viewerOf(parentMatchPromise, location), location),
    ])
    if (canAccess(accessOf(viewer), 'org:assignments:read')) {
      await load(() => queryClient.query(holdersQuery(roleId)), location)
    }
    return role
  },
  head: ({ loaderData }) => pageTitle(loaderData?.name ?? 'Role'),
  component: OneRole,
})

function OneRole() {
  const { roleId } = Route.useParams()
  const { data: role } = useSuspenseQuery(roleQuery(roleId))
  const { data: roles } = useSuspenseQuery(rolesQuery)
  return (
    <RolePage role={role} roles={roles}>
      <RoleHolders role={role} picker={pickMember} />
    </RolePage>
  )
}

function pickMember(withoutUsers: readonly string[], onChange: (memberId: string | null) => void) {
  return (
    <PickedMember name="memberId" label="Member" withoutUsers={withoutUsers} onChange={onChange} />
  )
}
