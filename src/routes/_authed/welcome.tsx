import { createFileRoute } from '@tanstack/react-router'
import { useViewer } from '~/features/access/use-permission'
import { CreateOrganization } from '~/features/organizations/components/create-organization'
import { OrganizationList } from '~/features/organizations/components/organization-list'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../-shell/page-title'

/** For everybody who is signed in: those without an active membership are led here. */
export const Route = createFileRoute('/_authed/welcome')({
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
      <OrganizationList viewer={viewer} />
      <CreateOrganization />
    </>
  )
}
