/** Takes somebody's access without ending their membership, and gives it back. */
import type { Permission } from '~/authz'
import { showAtOnce } from '~/features/access/show-at-once'
import { useAction } from '~/features/access/use-action'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { suspendMember } from '../members.functions'
import { memberQuery } from '../members.queries'
import type { Member } from './member-types'
import { GainsAll, LosesAll } from './membership-impact'

interface SuspendMemberProps {
  readonly member: Member
  /** All that their roles grant; empty where they are not shown. */
  readonly rights: readonly Permission[]
}

export function SuspendMember({ member, rights }: SuspendMemberProps) {
  const isActive = member.status === 'active'
  const status = isActive ? 'suspended' : 'active'
  const { run, pending } = useAction(suspendMember, {
    done: isActive ? `${member.name} is suspended` : `${member.name} is active again`,
    optimistic: (client) =>
      showAtOnce(client, memberQuery(member.id).queryKey, (shown) => ({ ...shown, status })),
  })
  const words = isActive ? SUSPEND : RETURN
  return (
    <ConfirmDialog
      label={words.label}
      title={words.title(member.name)}
      description={words.description}
      confirmLabel={words.confirm}
      confirmLook={isActive ? 'danger' : 'primary'}
      fn="members.suspendMember"
      pending={pending}
      onConfirm={() => run({ data: { memberId: member.id, suspended: isActive } })}
    >
      {isActive ? (
        <LosesAll member={member} rights={rights} />
      ) : (
        <GainsAll member={member} rights={rights} />
      )}
    </ConfirmDialog>
  )
}

const SUSPEND = {
  label: 'Suspend',
  title: (name: string) => `Suspend ${name}?`,
  description:
    'They lose their access at once, in the middle of whatever they are doing. Their roles and documents stay as they are.',
  confirm: 'Suspend member',
}

const RETURN = {
  label: 'Make active again',
  title: (name: string) => `Make ${name} active again?`,
  description: 'They have back at once what their roles grant.',
  confirm: 'Make active',
}
