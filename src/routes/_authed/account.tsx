import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { useViewer } from '~/features/access/use-permission'
import { sessionsQuery } from '~/features/account/account.queries'
import { PasswordForm } from '~/features/account/components/password-form'
import { ProfileForm } from '~/features/account/components/profile-form'
import { SessionList } from '~/features/account/components/session-list'
import { MyInvitations } from '~/features/invitations/components/my-invitations'
import { myInvitationsQuery } from '~/features/invitations/invitations.queries'
import { LeaveOrganization } from '~/features/members/components/leave-organization'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../-shell/page-title'

export const Route = createFileRoute('/_authed/account')({
  loader: ({ context: { queryClient }, location }) =>
    Promise.all([
      load(() => queryClient.query(sessionsQuery), location),
      load(() => queryClient.query(myInvitationsQuery), location),
    ]),
  head: () => pageTitle('Account'),
  component: AccountPage,
})

function AccountPage() {
  const { data: sessions } = useSuspenseQuery(sessionsQuery)
  return (
    <>
      <PageHeader title="Account" description="Yours, in every organization." />
      <MyInvitations />
      <ProfileForm viewer={useViewer()} />
      <PasswordForm />
      <SessionList sessions={sessions} />
      <LeaveOrganization />
    </>
  )
}
