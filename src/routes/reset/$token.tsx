import { createFileRoute, Link } from '@tanstack/react-router'
import { ResetForm } from '~/features/account/components/reset-forms'
import { buttonClass } from '~/ui/button'
import { AccountPage } from '../-shell/account-page'
import { pageTitle } from '../-shell/page-title'

/** Where the mail about a forgotten password leads. The token is looked at when the form is sent. */
export const Route = createFileRoute('/reset/$token')({
  head: () => pageTitle('New password'),
  component: ResetPage,
})

function ResetPage() {
  const { token } = Route.useParams()
  return (
    <AccountPage
      title="Choose a new password"
      description="You are then signed out everywhere, and sign in with it."
    >
      <ResetForm
        token={token}
        signIn={
          <Link to="/login" className={buttonClass('primary', 'small')}>
            Sign in
          </Link>
        }
        askAgain={
          <Link to="/forgot" className={buttonClass('secondary', 'small')}>
            Ask for another mail
          </Link>
        }
      />
    </AccountPage>
  )
}
