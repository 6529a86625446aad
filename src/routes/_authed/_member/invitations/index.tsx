import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { PendingList } from '~/features/access/pending-list'
import { loadRoom } from '~/features/access/room.queries'
import { QuotaPrompt, WithinQuota } from '~/features/access/within-plan'
import { InvitationTable } from '~/features/invitations/components/invitation-table'
import { InviteDialog } from '~/features/invitations/components/invite-dialog'
import { invitationsQuery } from '~/features/invitations/invitations.queries'
import { loadRolesIfSeen, useRolesIfSeen } from '~/features/roles/roles-if-seen'
import { PageHeader } from '~/ui/page-header'
import { buttonClass } from '~/ui/button'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/invitations/')({
  loader: async ({ context: { queryClient }, parentMatchPromise, location }) => {
    await Promise.all([
      load(() => queryClient.query(invitationsQuery), location),
      loadRolesIfSeen(queryClient, viewerOf(parentMatchPromise, location), location),
      loadRoom(queryClient, viewerOf(parentMatchPromise, location), location),
    ])
  },
  head: () => pageTitle('Invitations'),
  pendingComponent: () => <PendingList title="Invitations" />,
  component: InvitationsPage,
})

function InvitationsPage() {
  const { invitations, roleOfJoiners } = useSuspenseQuery(invitationsQuery).data
  const roles = useRolesIfSeen()
  return (
    <>
      <PageHeader
        title="Invitations"
        description="Who was asked to join and has not answered yet. An invitation lasts seven days."
        actions={
          <WithinQuota quota="members">
            <Link to="/invitations/import" className={buttonClass()}>
              Import a list
            </Link>
            <InviteDialog roles={roles} roleOfJoiners={roleOfJoiners} />
          </WithinQuota>
        }
      />
      <QuotaPrompt quota="members" />
      <InvitationTable invitations={invitations} />
    </>
  )
}
