/** Inviting somebody. Roles that grant more than the viewer holds can't be chosen. */
import { useState } from 'react'
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

interface InviteDialogProps {
  /** Empty for who may not see them. */
  readonly roles: readonly OfferedRole[]
  /** The name of the role of who joins. */
  readonly roleOfJoiners: string | null
}

export function InviteDialog({ roles, roleOfJoiners }: InviteDialogProps) {
  const held = useAccess()?.permissions ?? new Set()
  const { run, pending, errors } = useAction(inviteMember, { done: 'Invitation sent' })
  const [missing, setMissing] = useState({})
  const offered = roles.filter(
    ({ permissions, isBeyondPlan }) =>
      !isBeyondPlan && permissionsBeyond(held, permissions).length === 0,
  )
  // Nothing else is chosen for anybody: the last of a list may be the most powerful of it.
  const preselected = offered.find(({ isDefault }) => isDefault)
  return (
    <FormDialog
      label="Invite"
      look="primary"
      title="Invite somebody"
      submitLabel="Send invitation"
      fn="invitations.inviteMember"
      pending={pending}
      errors={{ ...errors, ...missing }}
      onSubmit={async (values) => {
        const roleId = textOf(values, 'roleId')
        // Whoever sees roles chooses one; for the others it is the role of who joins.
        const isMissing = roleId === '' && roles.length > 0
        setMissing(isMissing ? { roleId: 'Choose a role.' } : {})
        if (isMissing) return false
        return run({
          data: { email: textOf(values, 'email'), ...(roleId === '' ? {} : { roleId }) },
        })
      }}
    >
      <TextField
        name="email"
        label="Email"
        type="email"
        hint="Only an account with this address can accept."
        required
      />
      {roles.length === 0 ? (
        <p className="text-sm text-ink-soft">
          {roleOfJoiners === null
            ? 'This organization has no role for who joins: ask somebody who may choose one.'
            : `They are given the role of who joins: ${roleOfJoiners}.`}
        </p>
      ) : (
        <Select
          name="roleId"
          label="Role"
          hint={roleOfJoiners === null ? undefined : `${roleOfJoiners} is the role of who joins.`}
          placeholder="Choose a role"
          options={offered.map(({ id, name }) => ({ value: id, label: name }))}
          defaultValue={preselected?.id}
        />
      )}
    </FormDialog>
  )
}
