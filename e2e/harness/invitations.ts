/** Open invitations in the copied database. Their tokens are known here, as to who got the mail. */
import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { ACCOUNTS, LARKSPUR, TIDEWATER } from './people.ts'

const invitation = (n: number, organization: string, email: string) => ({
  id: `01900000-0000-7000-8000-00000000900${n}`,
  organization,
  email,
  token: `the-token-of-invitation-number-${n}`,
})

export const INVITATIONS = {
  /** For somebody who has an account. */
  outsider: invitation(1, LARKSPUR, ACCOUNTS.outsider.email),
  /** For somebody who has none. */
  newcomer: invitation(2, LARKSPUR, 'newcomer@new.example'),
  foreign: invitation(3, TIDEWATER, 'guest@new.example'),
} as const

/** As if each had been sent yesterday, by an owner of its organization. */
export async function arrangeInvitations(client: Client): Promise<void> {
  for (const { id, organization, email, token } of Object.values(INVITATIONS)) {
    const hash = createHash('sha256').update(token).digest('base64url')
    await client.query(
      `insert into invitations (org_id, id, email, role_id, token_hash, inviter_id, sent_at, expires_at)
       select $1, $2, $3, (select id from roles where org_id = $1 and key = 'viewer'), $4,
         (select m.user_id from memberships m
          join member_roles mr on mr.org_id = m.org_id and mr.membership_id = m.id
          join roles r on r.org_id = mr.org_id and r.id = mr.role_id
          where m.org_id = $1 and r.is_owner and m.status = 'active' order by m.id limit 1),
         now() - interval '1 day', now() + interval '6 days'`,
      [organization, id, email, hash],
    )
  }
}
