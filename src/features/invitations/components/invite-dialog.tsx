/** Inviting somebody. Roles that grant more than the viewer holds can't be chosen. */
import { type Permission, permissionsBeyond } from '~/authz'
import { useAction } from '~/features/access/use-action'
import { useAccess } from '~/features/access/use-permission'
import { TextField } from '~/ui/field'
import { textOf } from '~/ui/form'
import { FormDialog } from '~/ui/form-dialog'
import { Select } from '~/ui/select'
import { inviteMember } from '../invitations.functions'

export interface OfferedRole {
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly isBeyondPlan: boolean
  /** What people are given unless they are invited to something else. */
  readonly isDefault: boolean
}

export function InviteDialog({ roles }: { readonly roles: readonly OfferedRole[] }) {
  const held = useAccess()?.permissions ?? new Set()
  const { run, pending, errors } = useAction(inviteMember, { done: 'Invitation sent' })
  const offered = roles.filter(
    ({ permissions, isBeyondPlan }) =>
      !isBeyondPlan && permissionsBeyond(held, permissions).length === 0,
  )
  const preselected = offered.find(({ isDefault }) => isDefault) ?? offered.at(-1)
  return (
    <FormDialog
      label="Invite"
      look="primary"
      title="Invite somebody"
      submitLabel="Send invitation"
      fn="invitations.inviteMember"
      pending={pending}
      errors={errors}
      onSubmit={(values) =>
        run({ data: { email: textOf(values, 'email'), roleId: textOf(values, 'roleId') } })
      }
    >
      <TextField
        name="email"
        label="Email"
        type="email"
        hint="Only an account with this address can accept."
        required
      />
      <Select
        name="roleId"
        label="Role"
        options={offered.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={preselected?.id}
      />
    </FormDialog>
  )
}
