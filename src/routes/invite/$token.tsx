import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { goOnTo } from '~/features/access/refusals'
import { signIn } from '~/features/account/components/auth-endpoints'
import { AcceptButton, JoinAsNewPerson } from '~/features/invitations/components/join-form'
import { invitationPreviewQuery } from '~/features/invitations/invitations.queries'
import { load } from '~/features/access/load'
import { buttonClass } from '~/ui/button'
import { cx } from '~/ui/cx'
import { Notice } from '~/ui/notice'
import { AccountPage } from '../-shell/account-page'
import { pageTitle } from '../-shell/page-title'

/** Where the mail's link leads. For everybody: the token decides, and the address it was sent to. */
export const Route = createFileRoute('/invite/$token')({
  loader: ({ context: { queryClient }, params: { token }, location }) =>
    load(() => queryClient.query(invitationPreviewQuery(token)), location),
  head: () => pageTitle('Invitation'),
  component: InvitePage,
  notFoundComponent: InvitationOver,
})

function InvitePage() {
  const { token } = Route.useParams()
  const { data: invitation } = useSuspenseQuery(invitationPreviewQuery(token))
  const { organization, inviter, role, email } = invitation
  return (
    <AccountPage
      wayBack={false}
      title={`Join ${organization}`}
      description={
        <>
          {inviter} invites <span className="wrap-anywhere">{email}</span> to join as {role}.
        </>
      }
    >
      {invitation.hasAccount ? (
        <JoinWithAccount token={token} email={email} signedInAs={invitation.signedInAs} />
      ) : (
        <JoinAsNewPerson token={token} email={email} onJoined={enter} />
      )}
    </AccountPage>
  )
}

/** Used, taken back, run out or never sent: whoever holds the link is told the same of each. */
function InvitationOver() {
  return (
    <AccountPage
      wayBack={false}
      title="This invitation is over"
      description="It has ended or was used. Ask whoever invited you for another. If you have joined already, sign in."
    >
      <Link to="/login" className={cx(buttonClass('primary'), 'w-full')}>
        Sign in
      </Link>
    </AccountPage>
  )
}

/** The account is new, so its first sign-in leads to the one organization that it is in. */
async function enter(email: string, password: string): Promise<void> {
  await signIn(email, password)
  goOnTo(undefined)
}

interface JoinWithAccountProps {
  readonly token: string
  readonly email: string
  readonly signedInAs: string | null
}

function JoinWithAccount({ token, email, signedInAs }: JoinWithAccountProps) {
  if (signedInAs === email) return <AcceptButton token={token} leave={() => goOnTo('/')} />
  return (
    <>
      {signedInAs !== null && (
        <div className="mb-4">
          <Notice tone="caution" title={`You are signed in as ${signedInAs}`}>
            The invitation is for another address.
          </Notice>
        </div>
      )}
      <Link
        to="/login"
        search={{ redirect: `/invite/${token}` }}
        className={cx(buttonClass('primary'), 'w-full')}
      >
        Sign in to join
      </Link>
    </>
  )
}
