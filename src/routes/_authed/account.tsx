import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { useViewer } from '~/features/access/use-permission'
import { listSessions } from '~/features/account/account.functions'
import { ProfileForm } from '~/features/account/components/profile-form'
import { SessionList } from '~/features/account/components/session-list'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../-shell/page-title'

export const Route = createFileRoute('/_authed/account')({
  loader: ({ location }) => load(() => listSessions(), location),
  head: () => pageTitle('Account'),
  component: AccountPage,
})

function AccountPage() {
  const sessions = Route.useLoaderData()
  return (
    <>
      <PageHeader title="Account" description="Yours, in every organization." />
      <ProfileForm viewer={useViewer()} />
      <SessionList sessions={sessions} />
    </>
  )
}
