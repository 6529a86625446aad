/** Which role people get who join. */
import { permissionsBeyond } from '~/authz'
import { useAction } from '~/features/access/use-action'
import { useAccess, usePermission } from '~/features/access/use-permission'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { Select } from '~/ui/select'
import { setDefaultRole } from '../roles.functions'
import { useRolesIfSeen } from '../roles-if-seen'

export function DefaultRole() {
  const roles = useRolesIfSeen()
  const mayAssign = usePermission('org:roles:assign')
  const held = useAccess()?.permissions ?? new Set()
  const { run, pending, errors } = useAction(setDefaultRole, { done: 'Role of who joins saved' })
  if (!mayAssign || roles.length === 0) return null
  const offered = roles.filter(
    ({ isOwner, isBeyondPlan, permissions }) =>
      !isOwner && !isBeyondPlan && permissionsBeyond(held, permissions).length === 0,
  )
  return (
    <Section title="Who joins" description="What people are given unless they are invited to more.">
      <Panel>
        <Form
          fn="roles.setDefaultRole"
          label="Role of who joins"
          className="max-w-md"
          pending={pending}
          errors={errors}
          onSubmit={(values) => run({ data: { roleId: textOf(values, 'roleId') } })}
        >
          <Select
            name="roleId"
            label="Role"
            defaultValue={roles.find(({ isDefault }) => isDefault)?.id}
            placeholder="None"
            options={offered.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <div>
            <SubmitButton>Save</SubmitButton>
          </div>
        </Form>
      </Panel>
    </Section>
  )
}
