import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { useViewer } from '~/features/access/use-permission'
import { MyInvitations } from '~/features/invitations/components/my-invitations'
import { myInvitationsQuery } from '~/features/invitations/invitations.queries'
import { CreateOrganization } from '~/features/organizations/components/create-organization'
import { OrganizationList } from '~/features/organizations/components/organization-list'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../-shell/page-title'

/** For everybody who is signed in: those without an active membership are led here. */
export const Route = createFileRoute('/_authed/welcome')({
  loader: ({ context, location }) =>
    load(() => context.queryClient.query(myInvitationsQuery), location),
  head: () => pageTitle('Organizations'),
  component: WelcomePage,
})

function WelcomePage() {
  const viewer = useViewer()
  const isIn = viewer.organization !== null
  return (
    <>
      <PageHeader
        title={isIn ? 'Your organizations' : `Welcome, ${viewer.name}`}
        description={
          isIn
            ? 'Work in another organization, or start one.'
            : 'You are signed in, but not working in an organization. Ask to be added to one, or start your own.'
        }
      />
      <MyInvitations />
      <OrganizationList viewer={viewer} />
      <CreateOrganization />
    </>
  )
}
