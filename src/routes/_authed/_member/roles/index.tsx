import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { usePermission } from '~/features/access/use-permission'
import { AskCheck } from '~/features/checks/components/ask-check'
import { CreateRole } from '~/features/roles/components/create-role'
import { PermissionBrowser } from '~/features/roles/components/permission-browser'
import { RoleList } from '~/features/roles/components/role-list'
import { rolesQuery } from '~/features/roles/roles.queries'
import { buttonClass } from '~/ui/button'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/roles/')({
  loader: ({ context, location }) => load(() => context.queryClient.query(rolesQuery), location),
  head: () => pageTitle('Roles'),
  component: RolesPage,
})

function RolesPage() {
  const { data: roles } = useSuspenseQuery(rolesQuery)
  const mayStudy = usePermission('org:roles:read')
  return (
    <>
      <PageHeader
        title="Roles"
        description="A member holds any number of roles and may do what at least one of them grants."
        actions={
          <>
            <Link to="/matrix" className={buttonClass()}>
              Compare in the matrix
            </Link>
            <CreateRole />
          </>
        }
      />
      <div className="mb-10">
        <RoleList roles={roles} />
      </div>
      {mayStudy && <PermissionBrowser />}
      <AskCheck />
    </>
  )
}
