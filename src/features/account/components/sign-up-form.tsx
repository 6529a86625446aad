/** Signing up: name, address and password, and then a look into the mailbox. */
import { useState } from 'react'
import { useAction } from '~/features/access/use-action'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { sendConfirmation, signUp } from '../account.functions'
import { NewPasswordField } from '~/features/access/new-password-field'

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
      <TextField
        name="email"
        label="Email"
        type="email"
        autoComplete="username"
        maxLength={254}
        required
      />
      <NewPasswordField name="password" />
      <SubmitButton>Sign up</SubmitButton>
    </Form>
  )
}

/** The same words for every address: the mail says whether it has an account already. */
function LookIntoYourMailbox({ email }: { readonly email: string }) {
  return (
    <div className="flex flex-col gap-4">
      <Notice live tone="allowed" title="Look into your mailbox">
        We have sent a mail to <span className="wrap-anywhere">{email}</span>. Its link confirms the
        address, and works for a day.
      </Notice>
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
