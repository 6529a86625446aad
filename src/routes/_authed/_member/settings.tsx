import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { useViewer } from '~/features/access/use-permission'
import { PickedMember } from '~/features/members/components/picked-member'
import { DeleteOrganization } from '~/features/organizations/components/delete-organization'
import { OrganizationSettings } from '~/features/organizations/components/organization-settings'
import { organizationQuery } from '~/features/organizations/organizations.queries'
import { OwnershipNotice } from '~/features/ownership/components/ownership-notice'
import { TransferOwnership } from '~/features/ownership/components/transfer-ownership'
import { offerQuery } from '~/features/ownership/ownership.queries'
import { DefaultRole } from '~/features/roles/components/default-role'
import { loadRolesIfSeen } from '~/features/roles/roles-if-seen'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/settings')({
  loader: async ({ context: { queryClient }, parentMatchPromise, location }) => {
    await Promise.all([
      load(() => queryClient.query(organizationQuery), location),
      load(() => queryClient.query(offerQuery), location),
      loadRolesIfSeen(queryClient, viewerOf(parentMatchPromise, location), location),
    ])
  },
  head: () => pageTitle('Settings'),
  component: SettingsPage,
})

function SettingsPage() {
  const { data: organization } = useSuspenseQuery(organizationQuery)
  const { userId } = useViewer()
  return (
    <>
      <PageHeader title="Settings" description={`What holds for all of ${organization.name}.`} />
      <OwnershipNotice />
      <OrganizationSettings organization={organization} />
      <DefaultRole />
      <TransferOwnership
        name={organization.name}
        picker={<PickedMember name="memberId" label="New owner" withoutUsers={[userId]} />}
      />
      <Can permission="org:delete">
        <DeleteOrganization name={organization.name} />
      </Can>
    </>
  )
}
