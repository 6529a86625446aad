import { leaveFor } from '~/features/access/refusals'
import { useAction } from '~/features/access/use-action'
import { TextField } from '~/ui/field'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { createOrganization } from '../organizations.functions'

export function CreateOrganization() {
  const { run, pending, errors } = useAction(createOrganization, { leave: () => leaveFor('/') })
  return (
    <Section title="Start an organization" description="You become its owner.">
      <Panel>
        <Form
          fn="organizations.createOrganization"
          label="Start an organization"
          className="max-w-md"
          pending={pending}
          errors={errors}
          onSubmit={(values) => run({ data: { name: textOf(values, 'name') } })}
        >
          <TextField
            name="name"
            label="Name"
            autoComplete="organization"
            minLength={2}
            maxLength={80}
            required
          />
          <div>
            <SubmitButton>Create</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Section>
  )
}
