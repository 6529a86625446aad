import { createFileRoute } from '@tanstack/react-router'
import { SignUpForm } from '~/features/account/components/sign-up-form'
import { AccountPage } from './-shell/account-page'
import { pageTitle } from './-shell/page-title'

export const Route = createFileRoute('/signup')({
  head: () => pageTitle('Sign up'),
  component: () => (
    <AccountPage
      title="Create an account"
      description="Then start an organization. With an invitation, follow the link in its mail instead."
    >
      <SignUpForm />
    </AccountPage>
  ),
})
