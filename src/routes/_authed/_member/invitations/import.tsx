import { createFileRoute, Link } from '@tanstack/react-router'
import { guardPermission } from '~/features/access/guard'
import { ImportList } from '~/features/invitations/components/import-list'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/invitations/import')({
  loader: async ({ parentMatchPromise, location }) => {
    await guardPermission(parentMatchPromise, 'org:members:invite', location)
  },
  head: () => pageTitle('Import invitations'),
  component: () => (
    <>
      <PageHeader
        above={<Link to="/invitations">Invitations</Link>}
        title="Import a list"
        description="Invite many people at once. Each gets a mail, as if invited one by one."
      />
      <ImportList />
    </>
  ),
})
