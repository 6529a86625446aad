/**
 * The first wall, as columns and constraints that every tenant table shares.
 *
 * A tenant table starts with `org_id`, has the primary key (org_id, id), refers to other tenant
 * tables with composite foreign keys, and carries the policy below. Postgres then refuses a row
 * whose parent belongs to another organization, even when the application forgot to look.
 * `tests/isolation/catalogue.test.ts` fails on a table that leaves any of it out.
 */
import { sql } from 'drizzle-orm'
import { pgPolicy, timestamp, uuid } from 'drizzle-orm/pg-core'

/** The tenant of the running transaction; null outside the tenant door, which matches no row. */
export const currentOrgId = sql`(select nullif(current_setting('app.org_id', true), '')::uuid)`

/** The column every tenant table starts with. */
export const orgId = () => uuid('org_id').notNull()

/** The second wall: rows of the transaction's own tenant are seen and written, no others. */
export function tenantIsolation() {
  return pgPolicy('tenant_isolation', {
    for: 'all',
    using: sql`org_id = ${currentOrgId}`,
    withCheck: sql`org_id = ${currentOrgId}`,
  })
}

/** When the row was made. Millisecond precision, so that JavaScript dates round-trip. */
export const createdAt = () =>
  timestamp('created_at', { withTimezone: true, precision: 3 }).notNull().defaultNow()

/** When the row last changed; whoever writes the row sets it. */
export const updatedAt = () =>
  timestamp('updated_at', { withTimezone: true, precision: 3 }).notNull().defaultNow()
