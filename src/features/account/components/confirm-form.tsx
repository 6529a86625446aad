/** Where the link of the mail leads after signing up: the password is asked for once more. */
import { useState } from 'react'
import { leaveFor } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import { TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { confirmAddress } from '../account.functions'

export function ConfirmForm({ token }: { readonly token: string }) {
  const [isStale, setStale] = useState(false)
  const { run, pending, errors } = useAction(confirmAddress, {
    // In a new document: from here on somebody is signed in.
    leave: () => leaveFor('/welcome'),
    onRefused: ({ code }) => {
      setStale(code === 'not_found')
      return code === 'not_found'
    },
  })
  return (
    <Form
      fn="account.confirmAddress"
      label="Confirm your address"
      pending={pending}
      errors={errors}
      onSubmit={(values) => run({ data: { token, password: textOf(values, 'password') } })}
    >
      {isStale && (
        <Notice live tone="refused" title="This link is no longer good">
          It has run out, or you have signed up again since: then the latest mail has the link that
          works.
        </Notice>
      )}
      <TextField
        name="password"
        label="Password"
        type="password"
        autoComplete="current-password"
        hint="The one that you have just chosen."
        required
      />
      <SubmitButton>Confirm and go on</SubmitButton>
    </Form>
  )
}
