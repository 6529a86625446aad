/** Accepting: with a new account, or as who is signed in. */
import { useAction } from '~/features/access/use-action'
import { NewPasswordField } from '~/features/access/new-password-field'
import { Button } from '~/ui/button'
import { TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { acceptInvitation, joinAsNewPerson } from '../invitations.functions'

export interface JoinAsNewPersonProps {
  readonly token: string
  readonly email: string
  /** Signs in with what was just chosen. */
  readonly onJoined: (email: string, password: string) => Promise<unknown>
}

export function JoinAsNewPerson({ token, email, onJoined }: JoinAsNewPersonProps) {
  const { run, pending, errors } = useAction(joinAsNewPerson)
  return (
    <Form
      fn="invitations.joinAsNewPerson"
      label="Join"
      pending={pending}
      errors={errors}
      onSubmit={async (values) => {
        const password = textOf(values, 'password')
        const joined = await run({ data: { token, name: textOf(values, 'name'), password } })
        if (joined) await onJoined(email, password)
      }}
    >
      <TextField name="name" label="Your name" autoComplete="name" maxLength={80} required />
      <NewPasswordField name="password" />
      <SubmitButton>Join</SubmitButton>
    </Form>
  )
}

export interface AcceptButtonProps {
  readonly token: string
  /** Goes to the organization, in a new document. */
  readonly leave: () => void
}

export function AcceptButton({ token, leave }: AcceptButtonProps) {
  const { run, pending } = useAction(acceptInvitation, { leave })
  return (
    <Button
      look="primary"
      fn="invitations.acceptInvitation"
      pending={pending}
      className="w-full"
      onClick={() => run({ data: { token } })}
    >
      Accept and join
    </Button>
  )
}
