/** Signing up: name, address and password, and then a look into the mailbox. */
import { useState } from 'react'
import { NewPasswordField } from '~/features/access/new-password-field'
import { useAction } from '~/features/access/use-action'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { sendConfirmation, signUp } from '../account.functions'
import { EmailField } from './email-field'
import { MailSent } from './mail-sent'

export function SignUpForm() {
  const [sentTo, setSentTo] = useState<string>()
  const { run, pending, errors } = useAction(signUp)
  if (sentTo !== undefined) return <LookIntoYourMailbox email={sentTo} />
  return (
    <Form
      fn="account.signUp"
      label="Sign up"
      pending={pending}
      errors={errors}
      onSubmit={async (values) => {
        const email = textOf(values, 'email')
        const name = textOf(values, 'name')
        const password = textOf(values, 'password')
        if (await run({ data: { name, email, password } })) setSentTo(email)
      }}
    >
      <TextField name="name" label="Your name" autoComplete="name" maxLength={80} required />
      <EmailField />
      <NewPasswordField name="password" />
      <SubmitButton>Sign up</SubmitButton>
    </Form>
  )
}

function LookIntoYourMailbox({ email }: { readonly email: string }) {
  return (
    <div className="flex flex-col gap-4">
      <MailSent to={email}>Its link confirms the address, and works for a day.</MailSent>
      <div>
        <SendAgain email={email} />
      </div>
    </div>
  )
}

export function SendAgain({ email }: { readonly email: string }) {
  const { run, pending } = useAction(sendConfirmation, {
    done: 'Sent, if it was still to be confirmed',
  })
  return (
    <Button
      fn="account.sendConfirmation"
      pending={pending}
      onClick={() => run({ data: { email } })}
    >
      Send the mail again
    </Button>
  )
}
