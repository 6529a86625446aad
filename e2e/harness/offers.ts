/** Open offers of ownership in the copied database, as if made yesterday. */
import type { Client } from 'pg'
import { ACCOUNTS, LARKSPUR, TIDEWATER } from './people.ts'

export const OFFERS = {
  /** Of Larkspur's owner, to its admin. */
  toAdmin: {
    id: '01900000-0000-7000-8000-000000009101',
    organization: LARKSPUR,
    recipient: ACCOUNTS.admin.userId,
  },
  /** Of Tidewater's owner. */
  foreign: {
    id: '01900000-0000-7000-8000-000000009102',
    organization: TIDEWATER,
    recipient: ACCOUNTS.otherAdmin.userId,
  },
} as const

export async function arrangeOffers(client: Client): Promise<void> {
  for (const { id, organization, recipient } of Object.values(OFFERS)) {
    await client.query(
      `insert into ownership_offers (org_id, id, giver_id, recipient_id, expires_at)
       select $1, $2,
         (select mr.membership_id from member_roles mr
          join roles r on r.org_id = mr.org_id and r.id = mr.role_id
          where mr.org_id = $1 and r.is_owner),
         (select id from memberships where org_id = $1 and user_id = $3),
         now() + interval '6 days'`,
      [organization, id, recipient],
    )
  }
}
