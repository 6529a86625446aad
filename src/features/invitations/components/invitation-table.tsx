/** The open invitations, with what can be done to each. */
import { useAction } from '~/features/access/use-action'
import { BeyondPlanMark, WithinQuota } from '~/features/access/within-plan'
import { Badge } from '~/ui/badge'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { EmptyState } from '~/ui/empty-state'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { type listInvitations, resendInvitation, revokeInvitation } from '../invitations.functions'

type Invitation = Awaited<ReturnType<typeof listInvitations>>[number]

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
          <HeadCell>Role</HeadCell>
          <HeadCell wide>Sent</HeadCell>
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
            <span className="wrap-anywhere">{invitation.email}</span>
            <span className="mt-0.5 block text-small font-normal text-ink-faint md:hidden">
              {!invitation.hasExpired && 'Until '}
              <Until invitation={invitation} />
            </span>
          </RowHead>
          <Cell>{invitation.roleName}</Cell>
          <Cell wide>
            {invitation.undeliveredAt === null ? (
              <Time at={invitation.sentAt} />
            ) : (
              <Badge tone="refused">Not delivered</Badge>
            )}
          </Cell>
          <Cell wide>
            <Until invitation={invitation} />
          </Cell>
          <Cell>
            <span className="flex flex-wrap justify-end gap-2">
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
