/** Detaching a role from its template, and deleting it with what takes its place. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { permissionsBeyond } from '~/authz'
import { Impact } from '~/features/access/impact'
import { useAction } from '~/features/access/use-action'
import { useAnswer } from '~/features/access/use-answer'
import { useAccess } from '~/features/access/use-permission'
import { Button } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Panel, Section } from '~/ui/section'
import { Select } from '~/ui/select'
import { deleteRole, detachRole, previewRoleDeletion } from '../roles.functions'
import type { Role } from './role-types'

interface EndRoleProps {
  readonly role: Role
  readonly roles: readonly Role[]
  readonly mayDetach: boolean
}

export function EndRole({ role, roles, mayDetach }: EndRoleProps) {
  return (
    <Section title="Detach or delete">
      <Panel>
        <div className="flex flex-col gap-6">
          {mayDetach && role.templateKey !== null && <Detach role={role} />}
          <Delete role={role} roles={roles} />
        </div>
      </Panel>
    </Section>
  )
}

function Detach({ role }: { readonly role: Role }) {
  const { run, pending } = useAction(detachRole, { done: `${role.name} detached` })
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <p className="text-sm text-ink-soft">
        It stops following its template and keeps what it grants now. This is for good.
      </p>
      <ConfirmDialog
        label="Detach"
        title={`Detach ${role.name}?`}
        description="Changes of the template will not reach it any more."
        confirmLabel="Detach role"
        fn="roles.detachRole"
        pending={pending}
        onConfirm={() => run({ data: { roleId: role.id, version: role.version } })}
      />
    </div>
  )
}

const NONE = 'none'

function Delete({ role, roles }: Omit<EndRoleProps, 'mayDetach'>) {
  const navigate = useNavigate()
  const held = useAccess()?.permissions ?? new Set()
  const [replacement, setReplacement] = useState(NONE)
  const preview = useAnswer(previewRoleDeletion)
  const { run, pending } = useAction(deleteRole, {
    done: `${role.name} deleted`,
    onDone: () => navigate({ to: '/roles' }),
  })
  const replacementId = replacement === NONE ? undefined : replacement
  const grantable = roles.filter(
    ({ id, permissions, isBeyondPlan }) =>
      id !== role.id && !isBeyondPlan && permissionsBeyond(held, permissions).length === 0,
  )
  return (
    <div className="flex flex-col gap-4">
      <div className="max-w-xs">
        <Select
          label="Whoever holds it gets"
          value={replacement}
          onChange={(value) => {
            setReplacement(value)
            preview.forget()
          }}
          options={[
            { value: NONE, label: 'Nothing' },
            ...grantable.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      {preview.answer !== undefined && <Impact {...preview.answer} />}
      <div className="flex flex-wrap gap-3">
        <Button
          type="button"
          fn="roles.previewRoleDeletion"
          pending={preview.pending}
          onClick={() => void preview.ask({ data: { roleId: role.id, replacementId } })}
        >
          Show who loses it
        </Button>
        <ConfirmDialog
          label="Delete role"
          look="secondary"
          title={`Delete ${role.name}?`}
          description="This cannot be undone."
          confirmLabel="Delete"
          fn="roles.deleteRole"
          pending={pending}
          onConfirm={() =>
            run({
              data: {
                roleId: role.id,
                version: role.version,
                replacementId,
                evenThoughItIsMe: preview.answer?.takesFromMe === true,
              },
            })
          }
        />
      </div>
    </div>
  )
}
