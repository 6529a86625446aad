import { createFileRoute } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { load } from '~/features/access/load'
import { DeleteOrganization } from '~/features/organizations/components/delete-organization'
import { OrganizationSettings } from '~/features/organizations/components/organization-settings'
import { getOrganization } from '~/features/organizations/organizations.functions'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/settings')({
  loader: ({ location }) => load(() => getOrganization(), location),
  head: () => pageTitle('Settings'),
  component: SettingsPage,
})

function SettingsPage() {
  const organization = Route.useLoaderData()
  return (
    <>
      <PageHeader title="Settings" description={`What holds for all of ${organization.name}.`} />
      <OrganizationSettings organization={organization} />
      <Can permission="org:delete">
        <DeleteOrganization name={organization.name} />
      </Can>
    </>
  )
}
