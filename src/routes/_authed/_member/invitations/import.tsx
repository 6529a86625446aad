import { createFileRoute, Link } from '@tanstack/react-router'
import { guardPermission } from '~/features/access/guard'
import { loadRoom } from '~/features/access/room.queries'
import { QuotaPrompt } from '~/features/access/within-plan'
import { ImportList } from '~/features/invitations/components/import-list'
import { Breadcrumbs, Crumb } from '~/ui/breadcrumbs'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/invitations/import')({
  loader: async ({ context, parentMatchPromise, location }) => {
    const viewer = guardPermission(parentMatchPromise, 'org:members:invite', location)
    await loadRoom(context.queryClient, viewer, location)
  },
  head: () => pageTitle('Import invitations'),
  component: () => (
    <>
      <PageHeader
        above={
          <Breadcrumbs>
            <Crumb link={<Link to="/invitations" />}>Invitations</Crumb>
          </Breadcrumbs>
        }
        title="Import a list"
        description="Invite many people at once. Each gets a mail, as if invited one by one."
      />
      {/* Beside the list, which stays with what came of it when the last seat was taken. */}
      <QuotaPrompt quota="members" />
      <ImportList />
    </>
  ),
})
