/** The open invitations, with what can be done to each. */
import { useAction } from '~/features/access/use-action'
import { usePermission } from '~/features/access/use-permission'
import { BeyondPlanMark, WithinQuota } from '~/features/access/within-plan'
import { Badge } from '~/ui/badge'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { EmailAddress } from '~/ui/email-address'
import { EmptyState } from '~/ui/empty-state'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { type listInvitations, resendInvitation, revokeInvitation } from '../invitations.functions'

type Invitation = Awaited<ReturnType<typeof listInvitations>>['invitations'][number]

export function InvitationTable({ invitations }: { readonly invitations: readonly Invitation[] }) {
  if (invitations.length === 0) {
    return (
      <EmptyState title="No open invitations" icon="mail">
        Invite somebody, and the invitation is listed here until it is accepted.
      </EmptyState>
    )
  }
  return (
    <Table
      caption="Open invitations"
      head={
        <>
          <HeadCell>Address</HeadCell>
          <HeadCell wide>Role</HeadCell>
          <HeadCell wide="desk">Invited by</HeadCell>
          <HeadCell wide="desk">Sent</HeadCell>
          <HeadCell wide>Until</HeadCell>
          <HeadCell>
            <span className="sr-only">Actions</span>
          </HeadCell>
        </>
      }
    >
      {invitations.map((invitation) => (
        <tr key={invitation.id}>
          <RowHead>
            <EmailAddress email={invitation.email} />
            <span className="mt-0.5 block text-small font-normal text-ink-faint md:hidden">
              {invitation.roleName}, {!invitation.hasExpired && 'until '}
              <Until invitation={invitation} />
            </span>
            {invitation.undeliveredAt !== null && (
              <span className="mt-1 block lg:hidden">
                <NotDelivered />
              </span>
            )}
            <WillBeRefused invitation={invitation} />
          </RowHead>
          <Cell wide>{invitation.roleName}</Cell>
          <Cell wide="desk">
            <Inviter invitation={invitation} />
          </Cell>
          <Cell wide="desk">
            <Sent invitation={invitation} />
          </Cell>
          <Cell wide>
            <Until invitation={invitation} />
          </Cell>
          <Cell className="py-1.5! pointer-coarse:py-0!">
            <span className="flex flex-col items-end sm:flex-row sm:justify-end sm:gap-2">
              {invitation.hasExpired ? (
                // One that is open keeps its seat; one that expired needs another.
                <WithinQuota quota="members" otherwise={<BeyondPlanMark />}>
                  <Resend invitation={invitation} />
                </WithinQuota>
              ) : (
                <Resend invitation={invitation} />
              )}
              <Revoke invitation={invitation} />
            </span>
          </Cell>
        </tr>
      ))}
    </Table>
  )
}

function Inviter({ invitation: { inviter } }: { readonly invitation: Invitation }) {
  const seesPeople = usePermission('users:read')
  if (inviter !== null) return inviter
  return <span className="text-ink-faint">{seesPeople ? 'Has left' : 'Not shown to you'}</span>
}

/** The inviter's rights are looked at again when it is accepted: said before somebody tries. */
function WillBeRefused({ invitation }: { readonly invitation: Invitation }) {
  const { inviter, roleName, willBeRefused } = invitation
  if (!willBeRefused) return null
  return (
    <span className="mt-1 block text-small font-normal text-ink-soft">
      <Badge tone="caution">Will be refused on acceptance</Badge> {inviter ?? 'Who invited'} may no
      longer give {roleName}. Whoever sends it again is its inviter.
    </span>
  )
}

function Sent({
  invitation: { undeliveredAt, sentAt, sends },
}: {
  readonly invitation: Invitation
}) {
  return (
    <>
      {undeliveredAt === null ? <Time at={sentAt} /> : <NotDelivered />}
      {sends > 1 && <span className="block text-small text-ink-faint">sent {sends} times</span>}
    </>
  )
}

function NotDelivered() {
  return <Badge tone="refused">Not delivered</Badge>
}

function Until({ invitation }: { readonly invitation: Invitation }) {
  if (invitation.hasExpired) return <Badge tone="caution">Expired</Badge>
  return <Time at={invitation.expiresAt} />
}

function Resend({ invitation }: { readonly invitation: Invitation }) {
  const { run, pending } = useAction(resendInvitation, { done: 'Invitation sent again' })
  return (
    <ConfirmDialog
      label="Resend"
      size="small"
      look="quiet"
      title={`Send the invitation to ${invitation.email} again?`}
      description="The new mail holds a new link. The earlier one no longer works."
      confirmLabel="Send again"
      confirmLook="primary"
      fn="invitations.resendInvitation"
      pending={pending}
      onConfirm={() => run({ data: { invitationId: invitation.id } })}
    />
  )
}

function Revoke({ invitation }: { readonly invitation: Invitation }) {
  const { run, pending } = useAction(revokeInvitation, { done: 'Invitation revoked' })
  return (
    <ConfirmDialog
      label="Revoke"
      size="small"
      look="quiet"
      title={`Revoke the invitation of ${invitation.email}?`}
      description="Its link no longer works. You can invite the address again."
      confirmLabel="Revoke"
      fn="invitations.revokeInvitation"
      pending={pending}
      onConfirm={() => run({ data: { invitationId: invitation.id } })}
    />
  )
}
