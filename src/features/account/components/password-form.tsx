/** Changing one's password, on the account's page. */
import { useState } from 'react'
import { useAction } from '~/features/access/use-action'
import { TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Notice } from '~/ui/notice'
import { Outcome } from '~/ui/outcome'
import { Panel, Section } from '~/ui/section'
import { changePassword } from '../account.functions'
import { NewPasswordField } from '~/features/access/new-password-field'

export function PasswordForm() {
  const [changes, setChanges] = useState(0)
  const { run, pending, errors } = useAction(changePassword)
  return (
    <Section title="Password" description="Changing it ends your sessions everywhere but here.">
      {changes > 0 && (
        // Another change is another outcome.
        <Outcome key={changes}>
          <div className="mb-3">
            <Notice tone="allowed" title="Password changed">
              Your other sessions have ended.
            </Notice>
          </div>
        </Outcome>
      )}
      <Panel>
        <Form
          // Emptied once it worked.
          key={changes}
          fn="account.changePassword"
          label="Password"
          className="max-w-md"
          pending={pending}
          errors={errors}
          onSubmit={async (values) => {
            const currentPassword = textOf(values, 'currentPassword')
            const newPassword = textOf(values, 'newPassword')
            const worked = await run({ data: { currentPassword, newPassword } })
            if (worked) setChanges((count) => count + 1)
          }}
        >
          <TextField
            name="currentPassword"
            label="Current password"
            type="password"
            autoComplete="current-password"
            required
          />
          <NewPasswordField name="newPassword" label="New password" />
          <div>
            <SubmitButton>Change the password</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Section>
  )
}
