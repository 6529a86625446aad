/** Whom to ask for another plan: said to everybody who meets a limit, in names alone. */
import { sql } from 'drizzle-orm'
import { hasBillingAccess } from '~/authz'
import type { TenantDb } from '~/db/tenant-door'

/** Whom a prompt names at most. */
const MOST_NAMED = 4

interface Candidate extends Record<string, unknown> {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly isBillingContact: boolean
  readonly holds: boolean
}

/**
 * The statement finds who could be meant, by role or by flag, so that it reads no more people than
 * that; the evaluator says who is.
 */
export async function billingPeople(db: TenantDb, orgId: string): Promise<string[]> {
  const { rows } = await db.execute<Candidate>(sql`
    select m.id, m.user_id as "userId", p.name, m.is_billing_contact as "isBillingContact",
      coalesce(bool_or(rp.permission is not null), false) as holds
    from memberships m
    join member_profiles p on p.org_id = m.org_id and p.membership_id = m.id
    left join member_roles mr on mr.org_id = m.org_id and mr.membership_id = m.id
    left join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
      and rp.permission = 'billing:write'
    where m.org_id = ${orgId} and m.status = 'active'
    group by m.id, m.user_id, p.name, m.is_billing_contact
    having m.is_billing_contact or bool_or(rp.permission is not null)
    order by p.name limit ${MOST_NAMED}`)
  return rows
    .filter(({ id: membershipId, userId, isBillingContact, holds }) =>
      hasBillingAccess(
        {
          userId,
          orgId,
          membershipId,
          status: 'active',
          roles: [],
          permissions: new Set(holds ? ['billing:write'] : []),
          isBillingContact,
        },
        'billing:write',
      ),
    )
    .map(({ name }) => name)
}
