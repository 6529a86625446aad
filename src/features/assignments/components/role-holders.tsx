/** Who holds a role: shown to who may see it, given and taken by who may assign. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useAction } from '~/features/access/use-action'
import { usePermission, useViewer } from '~/features/access/use-permission'
import { Button } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Form, SubmitButton, textOf } from '~/ui/form'
import { Panel, Section } from '~/ui/section'
import { assignRole, removeAssignment } from '../assignments.functions'
import { holdersQuery } from '../assignments.queries'

interface RoleHoldersProps {
  readonly role: { readonly id: string; readonly name: string; readonly isBeyondPlan: boolean }
}

interface WithPicker extends RoleHoldersProps {
  /** The field that chooses a member, as `memberId`; without those of these accounts. */
  readonly picker: (withoutUsers: readonly string[]) => ReactNode
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
  const isMe = useViewer().userId === userId
  const { run, pending } = useAction(removeAssignment, { done: `${role.name} taken from ${name}` })
  return (
    <ConfirmDialog
      label="Take"
      size="small"
      title={`Take ${role.name} from ${name}?`}
      description={
        isMe
          ? 'This is you: what no other role of yours grants, you can no longer do.'
          : 'What no other role of theirs grants, they can no longer do.'
      }
      confirmLabel="Take the role"
      fn="assignments.removeAssignment"
      pending={pending}
      onConfirm={() => run({ data: { memberId, roleId: role.id, evenThoughItIsMe: isMe } })}
    />
  )
}

function Give({ role, picker, holders }: WithPicker & { readonly holders: readonly string[] }) {
  const [open, setOpen] = useState(false)
  const { run, pending, errors } = useAction(assignRole, { done: `${role.name} given` })
  const maySeeMembers = usePermission('users:read')
  if (!maySeeMembers) return null
  if (!open) {
    return (
      <Button type="button" opens="assignments.assignRole" onClick={() => setOpen(true)}>
        Give it to somebody
      </Button>
    )
  }
  return (
    <Form
      fn="assignments.assignRole"
      label={`Give ${role.name}`}
      className="max-w-sm"
      pending={pending}
      errors={errors}
      onSubmit={(values) =>
        run({ data: { memberId: textOf(values, 'memberId'), roleId: role.id } })
      }
    >
      {picker(holders)}
      <div>
        <SubmitButton>Give the role</SubmitButton>
      </div>
    </Form>
  )
}
