/** Who holds a role: shown to who may see it, given and taken by who may assign. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { WhatChanges } from '~/features/access/foreseen'
import { isPossible, useForeseen } from '~/features/access/use-foreseen'
import { usePermission, useViewer } from '~/features/access/use-permission'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Panel, Section } from '~/ui/section'
import {
  assignRole,
  listAssignments,
  previewAssignments,
  removeAssignment,
} from '../assignments.functions'
import { holdersQuery } from '../assignments.queries'

interface RoleHoldersProps {
  readonly role: { readonly id: string; readonly name: string; readonly isBeyondPlan: boolean }
}

interface WithPicker extends RoleHoldersProps {
  /** The field that chooses a member, as `memberId`; without those of these accounts. */
  readonly picker: (
    withoutUsers: readonly string[],
    onChange: (memberId: string | null) => void,
  ) => ReactNode
}

export function RoleHolders({ role, picker }: WithPicker) {
  const maySee = usePermission('org:assignments:read')
  const mayAssign = usePermission('org:roles:assign')
  // What the plan leaves out is taken as before, and given to nobody else.
  const mayGive = mayAssign && !role.isBeyondPlan
  const { data } = useQuery({ ...holdersQuery(role.id), enabled: maySee })
  if (!maySee || data === undefined) return null
  return (
    <Section title="Who holds it" description={data.rows.length === 0 ? 'Nobody yet.' : undefined}>
      {(data.rows.length > 0 || mayGive) && (
        <Panel>
          {data.rows.length > 0 && (
            <ul className="divide-y divide-line mb-3">
              {data.rows.map(({ memberId, userId, memberName }) => (
                <li
                  key={memberId}
                  className="flex flex-wrap items-center justify-between gap-3 py-2"
                >
                  <Link
                    to="/members/$memberId"
                    params={{ memberId }}
                    className="text-sm font-medium hover:underline"
                  >
                    {memberName}
                  </Link>
                  {mayAssign && (
                    <Take role={role} memberId={memberId} userId={userId} name={memberName} />
                  )}
                </li>
              ))}
            </ul>
          )}
          {data.hasMore && <p className="pt-2 text-sm text-ink-faint">And more.</p>}
          {mayGive && (
            <Give role={role} picker={picker} holders={data.rows.map(({ userId }) => userId)} />
          )}
        </Panel>
      )}
    </Section>
  )
}

interface TakeProps extends RoleHoldersProps {
  readonly memberId: string
  readonly userId: string
  readonly name: string
}

function Take({ role, memberId, userId, name }: TakeProps) {
  const change = useForeseen({
    foresee: async () => {
      const held = await rolesHeldBy(memberId)
      const roleIds = held.filter((id) => id !== role.id)
      return previewAssignments({ data: { memberId, roleIds } })
    },
    make: (_nothing: null, evenThoughItIsMe) =>
      removeAssignment({ data: { memberId, roleId: role.id, evenThoughItIsMe } }),
    isAboutMe: useViewer().userId === userId,
    done: `${role.name} taken from ${name}`,
  })
  return (
    <ConfirmDialog
      label="Take away"
      size="small"
      title={`Take ${role.name} from ${name}?`}
      confirmLabel="Take the role"
      isImpossible={change.said !== undefined && !isPossible(change.said)}
      fn="assignments.removeAssignment"
      pending={change.pending}
      onOpen={() => change.look(null)}
      onConfirm={(_typed, values) => change.confirm(values)}
    >
      <WhatChanges change={change} what="What they hold" />
    </ConfirmDialog>
  )
}

function Give({ role, picker, holders }: WithPicker & { readonly holders: readonly string[] }) {
  const maySeeMembers = usePermission('users:read')
  const change = useForeseen({
    foresee: async (memberId: string) => {
      const roleIds = [...(await rolesHeldBy(memberId)), role.id]
      return previewAssignments({ data: { memberId, roleIds: [...new Set(roleIds)] } })
    },
    make: (memberId, evenThoughItIsMe) =>
      assignRole({ data: { memberId, roleId: role.id, evenThoughItIsMe } }),
    done: `${role.name} given`,
  })
  if (!maySeeMembers) return null
  return (
    <ConfirmDialog
      label="Give it to somebody"
      look="secondary"
      title={`Give ${role.name} to whom?`}
      confirmLabel="Give the role"
      confirmLook="primary"
      fn="assignments.assignRole"
      pending={change.pending}
      errors={change.errors}
      onOpen={change.forget}
      onConfirm={(_typed, values) => change.confirm(values)}
    >
      {picker(holders, (memberId) => {
        if (memberId === null) change.forget()
        else change.look(memberId)
      })}
      <WhatChanges change={change} what="What they hold" />
    </ConfirmDialog>
  )
}

async function rolesHeldBy(memberId: string): Promise<string[]> {
  const { rows } = await listAssignments({ data: { memberId } })
  return rows.map(({ roleId }) => roleId)
}
