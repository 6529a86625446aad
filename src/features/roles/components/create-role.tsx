/** Making a role: always from a template, which it then follows. */
import { useNavigate } from '@tanstack/react-router'
import { isRoleKey, permissionsBeyond, planIncludes, ROLE_KEYS, ROLE_TEMPLATES } from '~/authz'
import { useAction } from '~/features/access/use-action'
import { useAccess, usePermission, useViewer } from '~/features/access/use-permission'
import { TextArea, TextField } from '~/ui/field'
import { textOf } from '~/ui/form'
import { FormDialog } from '~/ui/form-dialog'
import { Select } from '~/ui/select'
import { createRole } from '../roles.functions'

export function CreateRole() {
  const navigate = useNavigate()
  const mayCreate = usePermission('org:roles:write')
  const isInPlan = planIncludes(useViewer().organization?.plan ?? '', 'custom-roles')
  const held = useAccess()?.permissions ?? new Set()
  const { run, pending, errors } = useAction(createRole, {
    done: 'Role created',
    onDone: ({ id }) => navigate({ to: '/roles/$roleId', params: { roleId: id } }),
  })
  if (!mayCreate || !isInPlan) return null
  // Nobody makes a role that grants more than they hold.
  const templates = ROLE_KEYS.filter(
    (key) => permissionsBeyond(held, ROLE_TEMPLATES[key].permissions).length === 0,
  )
  return (
    <FormDialog
      label="New role"
      look="primary"
      title="New role"
      submitLabel="Create"
      fn="roles.createRole"
      pending={pending}
      errors={errors}
      onSubmit={(values) => {
        const template = textOf(values, 'template')
        return run({
          data: {
            template: isRoleKey(template) ? template : 'viewer',
            name: textOf(values, 'name'),
            slug: textOf(values, 'slug'),
            description: textOf(values, 'description'),
          },
        })
      }}
    >
      <Select
        name="template"
        label="Starts as"
        hint="It follows this template until you detach it; what you change are differences."
        defaultValue="viewer"
        options={templates.map((key) => ({ value: key, label: ROLE_TEMPLATES[key].name }))}
      />
      <TextField name="name" label="Name" required minLength={2} maxLength={60} />
      <TextField
        name="slug"
        label="Slug"
        hint="What integrations call it, such as “press-office”. It stays for good."
        required
        minLength={2}
        maxLength={40}
        spellCheck={false}
      />
      <TextArea name="description" label="Description" rows={2} maxLength={200} />
    </FormDialog>
  )
}
