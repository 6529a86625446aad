import { createFileRoute } from '@tanstack/react-router'
import { ConfirmForm } from '~/features/account/components/confirm-form'
import { AccountPage } from '../-shell/account-page'
import { pageTitle } from '../-shell/page-title'

/** Where the mail about signing up leads. Opening it does nothing: programs that look at mails do that too. */
export const Route = createFileRoute('/verify/$token')({
  head: () => pageTitle('Confirm your address'),
  component: VerifyPage,
})

function VerifyPage() {
  const { token } = Route.useParams()
  return (
    <AccountPage
      title="Confirm your address"
      description="With your password, so that nobody can have signed up in your place."
    >
      <ConfirmForm token={token} />
    </AccountPage>
  )
}
