import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { DeleteOrganization } from '~/features/organizations/components/delete-organization'
import { OrganizationSettings } from '~/features/organizations/components/organization-settings'
import { organizationQuery } from '~/features/organizations/organizations.queries'
import { DefaultRole } from '~/features/roles/components/default-role'
import { loadRolesIfSeen } from '~/features/roles/roles-if-seen'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/settings')({
  loader: async ({ context: { queryClient }, parentMatchPromise, location }) => {
    await Promise.all([
      load(() => queryClient.query(organizationQuery), location),
      loadRolesIfSeen(queryClient, viewerOf(parentMatchPromise, location), location),
    ])
  },
  head: () => pageTitle('Settings'),
  component: SettingsPage,
})

function SettingsPage() {
  const { data: organization } = useSuspenseQuery(organizationQuery)
  return (
    <>
      <PageHeader title="Settings" description={`What holds for all of ${organization.name}.`} />
      <OrganizationSettings organization={organization} />
      <DefaultRole />
      <Can permission="org:delete">
        <DeleteOrganization name={organization.name} />
      </Can>
    </>
  )
}
