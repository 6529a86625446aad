import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { useViewer } from '~/features/access/use-permission'
import { sessionsQuery } from '~/features/account/account.queries'
import { PasswordForm } from '~/features/account/components/password-form'
import { ProfileForm } from '~/features/account/components/profile-form'
import { SessionList } from '~/features/account/components/session-list'
import { LeaveOrganization } from '~/features/members/components/leave-organization'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../-shell/page-title'

export const Route = createFileRoute('/_authed/account')({
  loader: ({ context, location }) => load(() => context.queryClient.query(sessionsQuery), location),
  head: () => pageTitle('Account'),
  component: AccountPage,
})

function AccountPage() {
  const { data: sessions } = useSuspenseQuery(sessionsQuery)
  return (
    <>
      <PageHeader title="Account" description="Yours, in every organization." />
      <ProfileForm viewer={useViewer()} />
      <PasswordForm />
      <SessionList sessions={sessions} />
      <LeaveOrganization />
    </>
  )
}
