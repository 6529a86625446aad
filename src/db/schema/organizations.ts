/** Organizations (the tenants) and who belongs to them. */
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  pgPolicy,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { user } from './auth'
import { createdAt, currentOrgId, orgId, tenantIsolation, updatedAt } from './tenant'

/** The tenant itself: its own id is what `org_id` is everywhere else. */
export const organizations = pgTable(
  'organizations',
  {
    id: uuid('id').primaryKey(),
    name: text('name').notNull(),
    plan: text('plan').notNull().default('free'),
    /** What was chosen, while who takes the money has not said that it is paid for. Allows nothing. */
    pendingPlan: text('pending_plan'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    check('organizations_plan', sql`${table.plan} in ('free', 'pro', 'enterprise')`),
    check(
      'organizations_pending_plan',
      sql`${table.pendingPlan} in ('free', 'pro', 'enterprise') and ${table.pendingPlan} <> ${table.plan}`,
    ),
    pgPolicy('tenant_isolation', {
      for: 'all',
      using: sql`id = ${currentOrgId}`,
      withCheck: sql`id = ${currentOrgId}`,
    }),
  ],
)

export const memberships = pgTable(
  'memberships',
  {
    orgId: orgId().references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid('id').notNull(),
    userId: uuid('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    /** `active` grants; anything else refuses. */
    status: text('status').notNull().default('active'),
    /** What this person is in this organization: "Head of Research". */
    title: text('title').notNull().default(''),
    /** Handles the plan and its bill without a role for it. One of the evaluator's facts. */
    isBillingContact: boolean('is_billing_contact').notNull().default(false),
    /**
     * Grows whenever this member's rights change (triggers see to it). A mutation compares it
     * with what the request was decided on, under a share lock.
     */
    accessVersion: bigint('access_version', { mode: 'number' }).notNull().default(1),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('memberships_one_per_person').on(table.orgId, table.userId),
    // The identity door asks "which organizations are this person's?" before a tenant is known.
    index('memberships_by_user').on(table.userId),
    check('memberships_status', sql`${table.status} in ('active', 'suspended')`),
    tenantIsolation(),
  ],
)

/**
 * People as an organization may see them: members only. The view runs with its reader's rights,
 * so row level security on memberships limits it to the current tenant.
 */
export const memberProfiles = pgView('member_profiles', {
  orgId: uuid('org_id').notNull(),
  membershipId: uuid('membership_id').notNull(),
  userId: uuid('user_id').notNull(),
  name: text('name').notNull(),
  email: text('email').notNull(),
}).existing()
