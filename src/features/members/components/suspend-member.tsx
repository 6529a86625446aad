/** Takes somebody's access without ending their membership, and gives it back. */
import { showAtOnce } from '~/features/access/show-at-once'
import { useAction } from '~/features/access/use-action'
import { Button } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { suspendMember } from '../members.functions'
import { memberQuery } from '../members.queries'
import type { Member } from './member-types'

export function SuspendMember({ member }: { readonly member: Member }) {
  const isActive = member.status === 'active'
  const status = isActive ? 'suspended' : 'active'
  const { run, pending } = useAction(suspendMember, {
    done: isActive ? `${member.name} is suspended` : `${member.name} is active again`,
    optimistic: (client) =>
      showAtOnce(client, memberQuery(member.id).queryKey, (shown) => ({ ...shown, status })),
  })
  const act = () => run({ data: { memberId: member.id, suspended: isActive } })
  if (!isActive) {
    return (
      <Button fn="members.suspendMember" pending={pending} onClick={act}>
        Make active again
      </Button>
    )
  }
  return (
    <ConfirmDialog
      label="Suspend"
      title={`Suspend ${member.name}?`}
      description="They lose their access at once, in the middle of whatever they are doing. Their roles and documents stay as they are."
      confirmLabel="Suspend member"
      fn="members.suspendMember"
      pending={pending}
      onConfirm={act}
    />
  )
}
