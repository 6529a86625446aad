/** Suspending and removing a member, and erasing what the person had not shared. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Can } from '~/features/access/can'
import { useAction } from '~/features/access/use-action'
import { useAccess, useAnyPermission, useViewer } from '~/features/access/use-permission'
import { permissionsBeyond } from '~/authz'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Panel, Section } from '~/ui/section'
import { eraseMember, removeMember } from '../members.functions'
import { DocumentsChoice, documentsChosen } from './documents-choice'
import type { Member } from './member-types'
import { SuspendMember } from './suspend-member'

interface MemberProps {
  readonly member: Member
}

export function EndMembership({ member }: MemberProps) {
  const isMe = useViewer().userId === member.userId
  if (!useAnyPermission(isMe ? ['users:delete'] : ['org:members:remove', 'users:delete'])) {
    return null
  }
  return (
    <Section title="Suspend or end the membership">
      <Panel>
        <div className="flex flex-col gap-5">
          {!isMe && (
            <Can permission="org:members:remove">
              <Deed text={PAUSES[member.status === 'active' ? 'suspend' : 'return']}>
                <SuspendMember member={member} />
              </Deed>
              <Deed text="Ends it at once. You choose what becomes of their documents.">
                <RemoveMember member={member} />
              </Deed>
            </Can>
          )}
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

const PAUSES = {
  suspend: 'Takes their access until somebody gives it back. Their roles stay.',
  return: 'Gives back the access that their roles grant.',
} as const

function Deed({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <p className="text-sm text-ink-soft">{text}</p>
      {children}
    </div>
  )
}

function RemoveMember({ member }: MemberProps) {
  const held = useAccess()?.permissions ?? new Set()
  const { run, pending, named, errors } = useEnding(removeMember, member, 'removed')
  const [isMissing, setMissing] = useState(false)
  return (
    <ConfirmDialog
      label="Remove"
      title={`Remove ${member.name}?`}
      description="They lose their access at once, in the middle of whatever they are doing."
      confirmLabel="Remove member"
      typed={member.name}
      fn="members.removeMember"
      pending={pending}
      errors={errors}
      onConfirm={async (typed, values) => {
        const documentsTo = documentsChosen(values)
        setMissing(documentsTo === undefined)
        if (!named(typed) || documentsTo === undefined) return false
        return run({ data: { memberId: member.id, documentsTo } })
      }}
    >
      <DocumentsChoice
        userId={member.userId}
        name={member.name}
        mayGive={permissionsBeyond(held, ['content:read', 'content:write']).length === 0}
        isMissing={isMissing}
      />
    </ConfirmDialog>
  )
}

function EraseMember({ member }: MemberProps) {
  const isMe = useViewer().userId === member.userId
  const { run, pending, named, errors } = useEnding(eraseMember, member, 'erased')
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
      onConfirm={async (typed) =>
        named(typed) && run({ data: { memberId: member.id, evenThoughItIsMe: isMe } })
      }
    />
  )
}

/** Ends it once the person was named; the typing guards against a slip, and the server the rest. */
function useEnding<Args extends readonly unknown[]>(
  end: (...args: Args) => Promise<void>,
  { name }: Member,
  deed: string,
) {
  const navigate = useNavigate()
  const {
    run,
    pending,
    errors: refused,
  } = useAction(end, {
    done: `${name} ${deed}`,
    onDone: () => navigate({ to: '/members' }),
  })
  const [errors, setErrors] = useState({})
  function named(typed: string): boolean {
    const isNamed = typed.trim() === name
    setErrors(isNamed ? {} : { confirmName: `Type ${name} as it is written above.` })
    return isNamed
  }
  return { run, pending, named, errors: { ...refused, ...errors } }
}
