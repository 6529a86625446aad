import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { MOST_OWN_ROLES } from '~/authz'
import { Can } from '~/features/access/can'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { PendingList } from '~/features/access/pending-list'
import { loadRoom } from '~/features/access/room.queries'
import { usePermission } from '~/features/access/use-permission'
import {
  FeaturePrompt,
  QuotaPrompt,
  WithinFeature,
  WithinQuota,
} from '~/features/access/within-plan'
import { AskCheck } from '~/features/checks/components/ask-check'
import { CreateRole } from '~/features/roles/components/create-role'
import { PermissionBrowser } from '~/features/roles/components/permission-browser'
import { loadToBrowse } from '~/features/roles/browse'
import { RoleList } from '~/features/roles/components/role-list'
import { rolesQuery } from '~/features/roles/roles.queries'
import { buttonClass } from '~/ui/button'
import { Notice } from '~/ui/notice'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/roles/')({
  loader: ({ context: { queryClient }, parentMatchPromise, location }) =>
    Promise.all([
      load(() => queryClient.query(rolesQuery), location),
      loadRoom(queryClient, viewerOf(parentMatchPromise, location), location),
      loadToBrowse(queryClient, viewerOf(parentMatchPromise, location), location),
    ]),
  head: () => pageTitle('Roles'),
  pendingComponent: () => <PendingList title="Roles" />,
  component: RolesPage,
})

function RolesPage() {
  const { data: roles } = useSuspenseQuery(rolesQuery)
  const mayStudy = usePermission('org:roles:read')
  const hasMost = roles.filter(({ isCustom }) => isCustom).length >= MOST_OWN_ROLES
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
            <Can permission="org:roles:write">
              <WithinFeature feature="custom-roles">
                <WithinQuota quota="custom-roles">
                  {!hasMost && <CreateRole roles={roles} />}
                </WithinQuota>
              </WithinFeature>
            </Can>
          </>
        }
      />
      <Can permission="org:roles:write">
        <FeaturePrompt feature="custom-roles">
          The roles that every organization starts with stay as they are.
        </FeaturePrompt>
        <WithinFeature feature="custom-roles">
          <QuotaPrompt quota="custom-roles" />
          {hasMost && (
            <div className="mb-8">
              <Notice title={`${MOST_OWN_ROLES} roles of your own is the most there can be`}>
                Delete one that nobody needs, or change one, instead of making another.
              </Notice>
            </div>
          )}
        </WithinFeature>
      </Can>
      <div className="mb-10">
        <RoleList roles={roles} />
      </div>
      {mayStudy && <PermissionBrowser />}
      <AskCheck />
    </>
  )
}
