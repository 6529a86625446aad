import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { RoleList } from '~/features/roles/components/role-list'
import { rolesQuery } from '~/features/roles/roles.queries'
import { buttonClass } from '~/ui/button'
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
        actions={
          <Link to="/matrix" className={buttonClass()}>
            Compare in the matrix
          </Link>
        }
      />
      <RoleList roles={roles} />
    </>
  )
}
