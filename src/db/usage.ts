/**
 * How much of a plan an organization uses: the one place that says what counts. The quota gate, the
 * billing page and the preview of another plan ask here.
 */
import { type SQL, sql } from 'drizzle-orm'
import { COUNTED_QUOTAS, type CountedQuota, type Usage } from '~/authz'
import type { TenantDb } from './tenant-door'

type Counts = (orgId: string) => SQL

/** People who belong here, suspended ones too: a suspension can be lifted without asking anybody. */
export const memberships: Counts = (orgId) =>
  sql`(select count(*) from memberships where org_id = ${orgId})`

const COUNTS: Readonly<Record<CountedQuota, Counts>> = {
  // An open invitation keeps a seat for whom it is for; one that expired keeps none.
  members: (orgId) => sql`(${memberships(orgId)} + (select count(*) from invitations
    where org_id = ${orgId} and status = 'pending' and expires_at > now()))`,
  projects: (orgId) => sql`(select count(*) from projects where org_id = ${orgId})`,
  // Made in this calendar month, in UTC, those that were deleted since included.
  documents: (orgId) => sql`coalesce((select created from document_months where org_id = ${orgId}
    and month = date_trunc('month', now() at time zone 'UTC')::date), 0)`,
  'custom-roles': (orgId) =>
    sql`(select count(*) from roles where org_id = ${orgId} and is_custom)`,
}

/** @returns the number, as an expression for a statement */
export function used(quota: CountedQuota, orgId: string): SQL {
  return sql`${COUNTS[quota](orgId)}::int`
}

/** All of it, in one statement. */
export async function usageOf(db: TenantDb, orgId: string): Promise<Usage> {
  const columns = COUNTED_QUOTAS.map(
    (quota) => sql`${used(quota, orgId)} as ${sql.identifier(quota)}`,
  )
  const { rows } = await db.execute<Record<CountedQuota, number>>(
    sql`select ${sql.join(columns, sql`, `)}`,
  )
  const [row] = rows
  if (row === undefined) throw new Error('counting answered nothing')
  return row
}
