import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { load } from '~/features/access/load'
import { DeleteOrganization } from '~/features/organizations/components/delete-organization'
import { OrganizationSettings } from '~/features/organizations/components/organization-settings'
import { organizationQuery } from '~/features/organizations/organizations.queries'
import { DefaultRole } from '~/features/roles/components/default-role'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/settings')({
  loader: ({ context, location }) =>
    load(() => context.queryClient.query(organizationQuery), location),
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
