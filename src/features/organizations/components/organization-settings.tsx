/** The organization's name and facts; the form is there for who may change them. */
import { useAction } from '~/features/access/use-action'
import { usePermission } from '~/features/access/use-permission'
import { TextField } from '~/ui/field'
import { Fact, Facts } from '~/ui/facts'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { Time } from '~/ui/time'
import type { getOrganization } from '../organizations.functions'
import { updateOrganization } from '../organizations.functions'

type Organization = Awaited<ReturnType<typeof getOrganization>>

export function OrganizationSettings({ organization }: SettingsProps) {
  const mayChange = usePermission('org:settings:write')
  return (
    <>
      <Section title="Organization">
        <Panel>
          <Facts>
            {!mayChange && <Fact name="Name">{organization.name}</Fact>}
            <Fact name="Members">{organization.members}</Fact>
            <Fact name="Since">
              <Time at={organization.createdAt} />
            </Fact>
            <Fact name="Id">
              <code className="font-mono text-xs wrap-anywhere">{organization.id}</code>
            </Fact>
          </Facts>
        </Panel>
      </Section>
      {mayChange && <Rename name={organization.name} />}
    </>
  )
}

interface SettingsProps {
  readonly organization: Organization
}

function Rename({ name }: { readonly name: string }) {
  const { run, pending, errors } = useAction(updateOrganization, { done: 'Organization renamed' })
  return (
    <Section title="Name">
      <Panel>
        <Form
          fn="organizations.updateOrganization"
          label="Rename the organization"
          className="max-w-md"
          pending={pending}
          errors={errors}
          onSubmit={(values) => run({ data: { name: textOf(values, 'name') } })}
        >
          <TextField
            name="name"
            label="Name"
            defaultValue={name}
            minLength={2}
            maxLength={80}
            required
          />
          <div>
            <SubmitButton>Rename</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Section>
  )
}
