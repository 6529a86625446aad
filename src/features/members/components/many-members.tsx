/** Changes the roles of all who are chosen in the list: shown before it is done, and done to all or none. */
import { useState } from 'react'
import { WhatChanges } from '~/features/access/foreseen'
import { isPossible, useForeseen } from '~/features/access/use-foreseen'
import { ConfirmWindow } from '~/ui/confirm-dialog'
import { RadioGroup } from '~/ui/radio-group'
import { changeRolesOfMany, previewRolesOfMany } from '../members.functions'
import type { MemberRow, Role } from './member-types'
import { heldBy, holdsRole, RoleChoice } from './role-choice'

interface ManyMembersProps {
  readonly members: readonly MemberRow[]
  readonly roles: readonly Role[]
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onDone: () => void
}

const CHANGES = [
  { value: 'add', label: 'Add these roles' },
  { value: 'remove', label: 'Take these roles away' },
  { value: 'set', label: 'Replace all roles by these' },
] as const

type Change = (typeof CHANGES)[number]['value']

export function ManyMembers({ members, roles, open, onOpenChange, onDone }: ManyMembersProps) {
  const [kind, setKind] = useState<Change>('add')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [isEmpty, setEmpty] = useState(false)
  const count = countOf(members)
  const change = useForeseen({
    foresee: ({ madeFrom: _madeFrom, ...input }: ReturnType<typeof inputOf>) =>
      previewRolesOfMany({ data: input }),
    make: (input) => changeRolesOfMany({ data: input }),
    done: `Roles of ${count} changed`,
    onDone,
  })
  function look(next: Change, roleIds: readonly string[]): void {
    setKind(next)
    setChosen(roleIds)
    setEmpty(false)
    if (roleIds.length === 0) change.forget()
    else change.look(inputOf(members, next, roleIds))
  }
  return (
    <ConfirmWindow
      fn="members.changeRolesOfMany"
      open={open}
      onOpenChange={(next) => {
        // Opened again, it shows nothing of what was chosen and left.
        if (!next) look('add', [])
        onOpenChange(next)
      }}
      title={`Roles of ${count}`}
      description={members.map(({ name }) => name).join(', ')}
      confirmLabel="Change roles"
      confirmLook={change.said !== undefined && change.said.losing > 0 ? 'danger' : 'primary'}
      isImpossible={change.said !== undefined && !isPossible(change.said)}
      pending={change.pending}
      errors={change.errors}
      onConfirm={async (_typed, values) => {
        setEmpty(chosen.length === 0)
        return chosen.length > 0 && change.confirm(values)
      }}
    >
      <RadioGroup
        label="Change"
        value={kind}
        options={CHANGES}
        onChange={(value) =>
          look(CHANGES.find((one) => one.value === value)?.value ?? kind, chosen)
        }
      />
      <fieldset className="grid gap-x-6 sm:grid-cols-2">
        <legend className="sr-only">Roles</legend>
        {roles.map((role) => (
          <RoleChoice
            key={role.id}
            role={role}
            isKept={kind === 'remove' || members.every((member) => holdsRole(member, role.id))}
            checked={chosen.includes(role.id)}
            onChange={(isChosen) =>
              look(
                kind,
                isChosen ? [...chosen, role.id] : chosen.filter((roleId) => roleId !== role.id),
              )
            }
          />
        ))}
      </fieldset>
      {isEmpty && (
        <p role="alert" className="text-sm text-refused">
          Choose at least one role.
        </p>
      )}
      <WhatChanges change={change} what="The set" />
    </ConfirmWindow>
  )
}

/** With what each of them holds as it is shown now, for what comes instead of it. */
function inputOf(members: readonly MemberRow[], change: Change, roleIds: readonly string[]) {
  return {
    memberIds: members.map(({ id }) => id),
    change,
    roleIds: [...roleIds],
    madeFrom: members.map((member) => ({ memberId: member.id, roleIds: heldBy(member) })),
  }
}

function countOf(members: readonly MemberRow[]): string {
  return members.length === 1 ? '1 member' : `${members.length} members`
}
