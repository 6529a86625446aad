import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { RoleTable } from '~/features/roles/components/role-table'
import { RoleSummaries } from '~/features/roles/components/role-summaries'
import { listRoles } from '~/features/roles/roles.functions'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/roles')({
  loader: ({ location }) => load(() => listRoles(), location),
  head: () => pageTitle('Roles'),
  component: RolesPage,
})

function RolesPage() {
  const roles = Route.useLoaderData()
  return (
    <>
      <PageHeader
        title="Roles"
        description="A member holds any number of roles and may do what at least one of them grants."
      />
      <RoleSummaries roles={roles} />
      <RoleTable roles={roles} />
    </>
  )
}
