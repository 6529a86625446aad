/** An open offer of ownership, as if an owner had made it. The seed has none. */
import { newId } from '~/platform/ids'
import type { Database } from './database'

/**
 * Makes the organization's one offer, or turns it to somebody else.
 *
 * @param recipientId a membership; the latest member's unless given
 * @returns its id
 */
export async function openOffer(
  database: Database,
  orgId: string,
  recipientId?: string,
): Promise<string> {
  const [offer] = await database.query<{ id: string }>(
    `insert into ownership_offers (org_id, id, giver_id, recipient_id, expires_at)
     select $1, $2, giver.id,
       coalesce($3, (select id from memberships m where m.org_id = $1 and m.id <> giver.id
                     order by id desc limit 1)),
       now() + interval '1 day'
     from (select mr.membership_id as id from member_roles mr
           join roles r on r.org_id = mr.org_id and r.id = mr.role_id
           where mr.org_id = $1 and r.is_owner limit 1) giver
     on conflict (org_id) do update set recipient_id = excluded.recipient_id returning id`,
    [orgId, newId(), recipientId ?? null],
  )
  if (offer === undefined) throw new Error(`${orgId} has no owner`)
  return offer.id
}
