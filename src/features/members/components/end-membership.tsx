/** Suspending and removing a member, and erasing what the person had not shared. */
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { Can } from '~/features/access/can'
import { useAction } from '~/features/access/use-action'
import { useAccess, useViewer } from '~/features/access/use-permission'
import { type Permission, permissionsBeyond } from '~/authz'
import { Checkbox } from '~/ui/checkbox'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { Panel, Section } from '~/ui/section'
import { eraseMember, removeMember } from '../members.functions'
import { DocumentsChoice, documentsChosen, keptUnder } from './documents-choice'
import type { Member } from './member-types'
import { LosesAll } from './membership-impact'
import { SuspendMember } from './suspend-member'

interface EndMembershipProps {
  readonly member: Member
  /** All that their roles grant; empty where they are not shown. */
  readonly rights: readonly Permission[]
}

export function EndMembership({ member, rights }: EndMembershipProps) {
  const isMe = useViewer().userId === member.userId
  return (
    <>
      {!isMe && (
        <Can permission="org:members:remove">
          <Section title="Suspend or end the membership">
            <Panel>
              <div className="flex flex-col gap-5">
                <Deed text={PAUSES[member.status === 'active' ? 'suspend' : 'return']}>
                  <SuspendMember member={member} rights={rights} />
                </Deed>
                <Deed text="Ends it at once. You choose what becomes of their documents.">
                  <RemoveMember member={member} rights={rights} />
                </Deed>
              </div>
            </Panel>
          </Section>
        </Can>
      )}
      <Can permission="users:delete">
        <Section title="Erase the person here">
          <Panel>
            <Deed text="Ends the membership and deletes what they had not shared, for good. Their drafts can be given to somebody first.">
              <EraseMember member={member} rights={rights} />
            </Deed>
          </Panel>
        </Section>
      </Can>
    </>
  )
}

const PAUSES = {
  suspend: 'Takes their access until somebody gives it back. Their roles stay.',
  return: 'Gives back the access that their roles grant.',
} as const

function Deed({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-4">
      <p className="max-w-xl text-sm text-ink-soft">{text}</p>
      {children}
    </div>
  )
}

function RemoveMember({ member, rights }: EndMembershipProps) {
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
      {member.status === 'active' && <LosesAll member={member} rights={rights} />}
      <DocumentsChoice
        userId={member.userId}
        otherwise={keptUnder(member.name)}
        mayGive={useMayGiveDocuments()}
        isMissing={isMissing}
      />
    </ConfirmDialog>
  )
}

function EraseMember({ member, rights }: EndMembershipProps) {
  const isMe = useViewer().userId === member.userId
  const { run, pending, named, errors } = useEnding(eraseMember, member, 'erased')
  const [isMissing, setMissing] = useState(false)
  return (
    <ConfirmDialog
      label="Erase"
      title={`Erase ${member.name}?`}
      description={`${isMe ? 'This is you. Your' : 'Their'} membership is gone at once. This cannot be undone.`}
      confirmLabel="Erase"
      typed={member.name}
      fn="members.eraseMember"
      pending={pending}
      errors={errors}
      onConfirm={async (typed, values) => {
        const documentsTo = documentsChosen(values)
        const isMeant = !isMe || values.has('meant')
        setMissing(documentsTo === undefined || !isMeant)
        if (!named(typed) || documentsTo === undefined || !isMeant) return false
        return run({ data: { memberId: member.id, documentsTo, evenThoughItIsMe: isMe } })
      }}
    >
      {member.status === 'active' && <LosesAll member={member} rights={rights} />}
      <DocumentsChoice
        userId={member.userId}
        otherwise={DRAFTS_GO}
        mayGive={useMayGiveDocuments() || isMe}
        isMissing={isMissing}
      />
      {isMe && <Checkbox name="meant" label="I mean to erase myself here" />}
    </ConfirmDialog>
  )
}

const DRAFTS_GO = {
  label: 'Delete the drafts',
  hint: 'What was published stays, without an owner.',
}

/** Owning a document is reading and writing it: nobody hands out what they don't hold. */
function useMayGiveDocuments(): boolean {
  const held = useAccess()?.permissions ?? new Set<Permission>()
  return permissionsBeyond(held, ['content:read', 'content:write']).length === 0
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
