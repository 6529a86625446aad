/**
 * The open invitations of somebody's own address, where it was verified: that there is one, and whom
 * to ask for another mail.
 *
 * They are told, and not accepted here. Accepting takes the token of the mail, which shows that whoever
 * accepts reads that mailbox now; a session shows only that somebody once did. Of an address that has
 * changed hands since, or in a session that was left open, a list gives away a name, and a button
 * would have given away a membership.
 */
import type { Principal } from '~/auth/session'
import { openInvitationsOf } from '~/db/identity-door'

/** By when they end. */
export async function listMyInvitations({ userId, email }: Principal) {
  const rows = await openInvitationsOf(userId)
  return {
    email,
    invitations: rows.map(({ org_name, role_name, inviter_name, expires_at }) => ({
      organization: org_name,
      role: role_name,
      inviter: inviter_name,
      expiresAt: expires_at,
    })),
  }
}
