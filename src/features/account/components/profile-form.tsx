import { useAction } from '~/features/access/use-action'
import type { Viewer } from '~/features/access/viewer'
import { TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { updateAccount } from '../account.functions'

export function ProfileForm({ viewer }: { readonly viewer: Viewer }) {
  const { run, pending, errors } = useAction(updateAccount, { done: 'Name saved' })
  return (
    <Section title="Profile">
      <Panel>
        <Form
          fn="account.updateAccount"
          label="Profile"
          className="max-w-md"
          pending={pending}
          errors={errors}
          onSubmit={(values) => run({ data: { name: textOf(values, 'name') } })}
        >
          <TextField
            name="name"
            label="Name"
            defaultValue={viewer.name}
            autoComplete="name"
            maxLength={80}
            required
          />
          <div>
            <p className="text-sm font-medium">Email</p>
            <p className="mt-0.5 text-sm text-ink-soft">{viewer.email}</p>
          </div>
          <div>
            <SubmitButton>Save</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Section>
  )
}
