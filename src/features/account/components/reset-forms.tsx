/** A forgotten password: asking for the mail, and choosing another one through its link. */
import { type ReactNode, useState } from 'react'
import { NewPasswordField } from '~/features/access/new-password-field'
import { useAction } from '~/features/access/use-action'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { Outcome } from '~/ui/outcome'
import { requestReset, resetPassword } from '../account.functions'
import { EmailField } from './email-field'
import { MailSent } from './mail-sent'

export function RequestResetForm() {
  const [sentTo, setSentTo] = useState<string>()
  const { run, pending, errors } = useAction(requestReset)
  if (sentTo !== undefined)
    return <MailSent to={sentTo}>Its link works once, for an hour.</MailSent>
  return (
    <Form
      fn="account.requestReset"
      label="Ask for a new password"
      pending={pending}
      errors={errors}
      onSubmit={async (values) => {
        const email = textOf(values, 'email')
        if (await run({ data: { email } })) setSentTo(email)
      }}
    >
      <EmailField />
      <SubmitButton>Send the mail</SubmitButton>
    </Form>
  )
}

export interface ResetFormProps {
  readonly token: string
  /** What leads on, once it worked. */
  readonly signIn: ReactNode
  /** What leads to another mail, where the link is no longer good. */
  readonly askAgain: ReactNode
}

export function ResetForm({ token, signIn, askAgain }: ResetFormProps) {
  const [outcome, setOutcome] = useState<'done' | 'stale'>()
  const { run, pending, errors } = useAction(resetPassword, {
    onRefused: ({ code }) => {
      if (code === 'not_found') setOutcome('stale')
      return code === 'not_found'
    },
  })
  if (outcome === 'stale') {
    return (
      <Outcome>
        <Notice tone="refused" title="This link is no longer good" action={askAgain}>
          It was used, or it has run out.
        </Notice>
      </Outcome>
    )
  }
  if (outcome === 'done') {
    return (
      <Outcome>
        <Notice tone="allowed" title="Your password is changed" action={signIn}>
          You are signed out everywhere.
        </Notice>
      </Outcome>
    )
  }
  return (
    <Form
      fn="account.resetPassword"
      label="Choose a new password"
      pending={pending}
      errors={errors}
      onSubmit={async (values) => {
        if (await run({ data: { token, password: textOf(values, 'password') } })) setOutcome('done')
      }}
    >
      <NewPasswordField name="password" label="New password" />
      <SubmitButton>Change the password</SubmitButton>
    </Form>
  )
}
