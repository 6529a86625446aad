/** What an organization was billed, and what it has used of a plan that counts by the month. */
import { sql } from 'drizzle-orm'
import {
  check,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { organizations } from './organizations'
import { orgId, tenantIsolation } from './tenant'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 }).notNull()

/** Written once: the app may neither change nor delete one. */
export const invoices = pgTable(
  'invoices',
  {
    orgId: orgId().references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid('id').notNull(),
    plan: text('plan').notNull(),
    amountCents: integer('amount_cents').notNull(),
    currency: text('currency').notNull().default('EUR'),
    issuedAt: moment('issued_at'),
    periodStart: moment('period_start'),
    periodEnd: moment('period_end'),
    /** The provider's name for what it tells of: told twice, it is one invoice. */
    providerEventId: text('provider_event_id').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('invoices_once_per_event').on(table.orgId, table.providerEventId),
    index('invoices_by_time').on(table.orgId, table.issuedAt),
    check('invoices_plan', sql`${table.plan} in ('free', 'pro', 'enterprise')`),
    check('invoices_amount', sql`${table.amountCents} >= 0`),
    tenantIsolation(),
  ],
)

/**
 * How many documents were made in each calendar month (UTC). A trigger on `documents` counts, so no
 * create goes uncounted; a deletion takes nothing back.
 */
export const documentMonths = pgTable(
  'document_months',
  {
    orgId: orgId().references(() => organizations.id, { onDelete: 'cascade' }),
    month: date('month').notNull(),
    created: integer('created').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId, table.month] }), tenantIsolation()],
)
