import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { RoleTable } from '~/features/roles/components/role-table'
import { RoleSummaries } from '~/features/roles/components/role-summaries'
import { rolesQuery } from '~/features/roles/roles.queries'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/roles')({
  loader: ({ context, location }) => load(() => context.queryClient.query(rolesQuery), location),
  head: () => pageTitle('Roles'),
  component: RolesPage,
})

function RolesPage() {
  const { data: roles } = useSuspenseQuery(rolesQuery)
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
