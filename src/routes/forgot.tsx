import { createFileRoute } from '@tanstack/react-router'
import { RequestResetForm } from '~/features/account/components/reset-forms'
import { AccountPage } from './-shell/account-page'
import { pageTitle } from './-shell/page-title'

export const Route = createFileRoute('/forgot')({
  head: () => pageTitle('Forgotten password'),
  component: () => (
    <AccountPage
      title="Forgot your password?"
      description="We send a link to your address. With it you choose another one."
    >
      <RequestResetForm />
    </AccountPage>
  ),
})
