/** The organization's name and facts; the form is there for who may change them. */
import { Link } from '@tanstack/react-router'
import { isPlanKey, PLANS } from '~/authz'
import { useAction } from '~/features/access/use-action'
import { usePermission } from '~/features/access/use-permission'
import { CopyButton } from '~/ui/copy-button'
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
      {mayChange && <Rename name={organization.name} />}
      <Section title="Organization">
        <Panel>
          <Facts>
            {!mayChange && <Fact name="Name">{organization.name}</Fact>}
            <Fact name="Members">{organization.members}</Fact>
            <Fact name="Plan">
              <Plan plan={organization.plan} />
            </Fact>
            <Fact name="Since">
              <Time at={organization.createdAt} />
            </Fact>
            <Fact name="Id">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-3">
                <code className="font-mono text-xs wrap-anywhere">{organization.id}</code>
                <span className="-my-1.5 -ml-2.5 sm:ml-0">
                  <CopyButton text={organization.id} label="Copy id" look="quiet" />
                </span>
              </span>
            </Fact>
          </Facts>
        </Panel>
      </Section>
    </>
  )
}

function Plan({ plan }: { readonly plan: string }) {
  const mayOpen = usePermission('billing:read')
  const name = isPlanKey(plan) ? PLANS[plan].name : plan
  if (!mayOpen) return name
  return (
    <Link to="/billing" className="text-accent-text hover:underline">
      {name}
    </Link>
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
