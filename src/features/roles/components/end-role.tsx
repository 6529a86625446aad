/** Detaching a role from its template, and deleting it with what takes its place. */
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { permissionsBeyond } from '~/authz'
import { WhatChanges } from '~/features/access/foreseen'
import { useAction } from '~/features/access/use-action'
import { useForeseen } from '~/features/access/use-foreseen'
import { useAccess } from '~/features/access/use-permission'
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

function Delete({ role, roles }: Omit<EndRoleProps, 'mayDetach'>) {
  const navigate = useNavigate()
  const held = useAccess()?.permissions ?? new Set()
  const [replacementId, setReplacement] = useState<string>()
  const isUsed = role.holders > 0 || role.invitations > 0 || role.isDefault
  const change = useForeseen({
    foresee: (instead: string | undefined) =>
      previewRoleDeletion({ data: { roleId: role.id, replacementId: instead } }),
    make: (instead, evenThoughItIsMe) =>
      deleteRole({
        data: { roleId: role.id, version: role.version, replacementId: instead, evenThoughItIsMe },
      }),
    done: `${role.name} deleted`,
    onDone: () => navigate({ to: '/roles' }),
  })
  const grantable = roles.filter(
    ({ id, permissions, isBeyondPlan }) =>
      id !== role.id && !isBeyondPlan && permissionsBeyond(held, permissions).length === 0,
  )
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <p className="text-sm text-ink-soft">{fateOf(role)}</p>
      <ConfirmDialog
        label="Delete role"
        look="secondary"
        title={`Delete ${role.name}?`}
        description={isUsed ? undefined : 'Nobody holds it. This cannot be undone.'}
        confirmLabel="Delete"
        fn="roles.deleteRole"
        pending={change.pending}
        errors={change.errors}
        onOpen={() => {
          setReplacement(undefined)
          // What is in use is deleted for something else: first that is chosen.
          if (isUsed) change.forget()
          else change.look(undefined)
        }}
        onConfirm={(_typed, values) => change.confirm(values)}
      >
        {isUsed && (
          <Select
            name="replacementId"
            label="In its place"
            placeholder="Choose a role"
            required
            value={replacementId ?? null}
            options={grantable.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(value) => {
              setReplacement(value)
              change.look(value)
            }}
          />
        )}
        <WhatChanges change={change} what={role.name} />
      </ConfirmDialog>
    </div>
  )
}

function fateOf({ holders, invitations, isDefault }: Role): string {
  const uses = [
    holders > 0 && (holders === 1 ? '1 member holds it' : `${holders} members hold it`),
    invitations > 0 &&
      (invitations === 1 ? '1 invitation promises it' : `${invitations} invitations promise it`),
    isDefault && 'whoever joins is given it',
  ].filter((use) => use !== false)
  if (uses.length === 0) return 'Nobody holds it.'
  const words = uses.join(', ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}: you choose what comes instead, and see what that does, before it is gone.`
}
