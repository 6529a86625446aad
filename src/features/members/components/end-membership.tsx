/** Removing a member, and erasing what the person had not shared. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Can } from '~/features/access/can'
import { useAction } from '~/features/access/use-action'
import { useAnyPermission, useViewer } from '~/features/access/use-permission'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Panel, Section } from '~/ui/section'
import { eraseMember, removeMember } from '../members.functions'
import type { Member } from './member-types'

interface MemberProps {
  readonly member: Member
}

export function EndMembership({ member }: MemberProps) {
  if (!useAnyPermission(['org:members:remove', 'users:delete'])) return null
  return (
    <Section title="End the membership">
      <Panel>
        <div className="flex flex-col gap-5">
          <Can permission="org:members:remove">
            <Deed text="Ends it at once. What they own stays, without an owner.">
              <RemoveMember member={member} />
            </Deed>
          </Can>
          <Can permission="users:delete">
            <Deed text="Ends it and deletes their drafts. What they published stays.">
              <EraseMember member={member} />
            </Deed>
          </Can>
        </div>
      </Panel>
    </Section>
  )
}

function Deed({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <p className="text-sm text-ink-soft">{text}</p>
      {children}
    </div>
  )
}

function RemoveMember({ member }: MemberProps) {
  const isMe = useViewer().userId === member.userId
  const { runIfNamed, pending, errors } = useEnding(
    () => removeMember({ data: { memberId: member.id, evenThoughItIsMe: isMe } }),
    member,
    'removed',
  )
  return (
    <ConfirmDialog
      label={isMe ? 'Leave' : 'Remove'}
      title={isMe ? 'Leave this organization?' : `Remove ${member.name}?`}
      description={
        isMe
          ? 'This is you. You lose your access at once, and only somebody else can give it back.'
          : 'They lose their access at once, in the middle of whatever they are doing.'
      }
      confirmLabel={isMe ? 'Leave' : 'Remove member'}
      typed={member.name}
      fn="members.removeMember"
      pending={pending}
      errors={errors}
      onConfirm={runIfNamed}
    />
  )
}

function EraseMember({ member }: MemberProps) {
  const isMe = useViewer().userId === member.userId
  const { runIfNamed, pending, errors } = useEnding(
    () => eraseMember({ data: { memberId: member.id, evenThoughItIsMe: isMe } }),
    member,
    'erased',
  )
  return (
    <ConfirmDialog
      label="Erase"
      title={`Erase ${member.name}?`}
      description={
        isMe
          ? 'This is you. Your membership and your drafts are gone at once. This cannot be undone.'
          : 'Their membership and their drafts are gone at once. This cannot be undone.'
      }
      confirmLabel="Erase"
      typed={member.name}
      fn="members.eraseMember"
      pending={pending}
      errors={errors}
      onConfirm={runIfNamed}
    />
  )
}

/** Ends it once the person was named; the typing guards against a slip, and the server the rest. */
function useEnding(end: () => Promise<void>, { name }: Member, deed: string) {
  const navigate = useNavigate()
  const { run, pending } = useAction(end, {
    done: `${name} ${deed}`,
    onDone: () => navigate({ to: '/members' }),
  })
  const [errors, setErrors] = useState({})
  async function runIfNamed(typed: string): Promise<boolean> {
    const isNamed = typed.trim() === name
    setErrors(isNamed ? {} : { confirmName: `Type ${name} as it is written above.` })
    return isNamed && run()
  }
  return { runIfNamed, pending, errors }
}
