/** Email and password. The one form that does not call a server function: it posts to the auth endpoint. */
import { useState } from 'react'
import { goOnTo, wordsFor } from '~/features/access/refusals'
import { TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { type SignInRefusal, signIn } from './auth-endpoints'
import { EmailField } from './email-field'
import { SendAgain } from './sign-up-form'

const NO_ERRORS = {}

export function SignInForm({ redirect }: { readonly redirect: string | undefined }) {
  const [pending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<SignInRefusal>()
  const [email, setEmail] = useState('')

  async function submit(values: FormData): Promise<void> {
    setPending(true)
    setRefusal(undefined)
    setEmail(textOf(values, 'email'))
    const outcome = await signIn(textOf(values, 'email'), textOf(values, 'password'))
    if (outcome === undefined) return goOnTo(redirect)
    setRefusal(outcome)
    setPending(false)
  }

  return (
    <Form
      fn="POST /api/auth/sign-in/email"
      label="Sign in"
      pending={pending}
      errors={NO_ERRORS}
      onSubmit={submit}
    >
      {refusal !== undefined && <Refused refusal={refusal} email={email} />}
      <EmailField />
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        required
      />
      <SubmitButton>Sign in</SubmitButton>
    </Form>
  )
}

interface RefusedProps {
  readonly refusal: SignInRefusal
  readonly email: string
}

function Refused({ refusal, email }: RefusedProps) {
  if (refusal === 'unconfirmed') {
    return (
      <Notice
        live
        tone="caution"
        title="Confirm your address first"
        action={<SendAgain email={email} />}
      >
        The link is in the mail that you were sent when you signed up.
      </Notice>
    )
  }
  if (refusal === 'wrong') {
    return (
      <Notice live tone="refused" title="That did not work">
        The email or the password is wrong.
      </Notice>
    )
  }
  const { title, detail } = wordsFor(refusal)
  return (
    <Notice live tone="refused" title={title}>
      {detail}
    </Notice>
  )
}
