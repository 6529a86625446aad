/**
 * What happens when our mail server has given up on a mail: a line in the log, without the address,
 * and for an invitation a mark on it, so that who invited sees that nothing arrived.
 */
import { and, eq } from 'drizzle-orm'
import { findInvitation } from '~/db/identity-door'
import { invitations } from '~/db/schema/invitations'
import { withTenant } from '~/db/tenant-door'
import { log } from '~/platform/log'
import type { Mail } from '~/platform/mail/mail'
import { hashOfToken } from '~/platform/tokens'

export async function noteUndelivered(mail: Mail): Promise<void> {
  log().error({ kind: mail.kind }, 'a mail was not delivered')
  if (mail.kind === 'invitation') await markInvitation(mail.path)
}

/** By the token of this very mail: of one that was sent again since, the later mail counts. */
async function markInvitation(path: string): Promise<void> {
  const tokenHash = hashOfToken(path.slice(path.lastIndexOf('/') + 1))
  const found = await findInvitation(tokenHash)
  if (found === undefined) return
  await withTenant(found.org_id, 'write', (db) =>
    db
      .update(invitations)
      .set({ undeliveredAt: new Date() })
      .where(and(eq(invitations.orgId, found.org_id), eq(invitations.tokenHash, tokenHash))),
  )
}
