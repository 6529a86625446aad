/** The offer to take over an organization: there as long as it is open, and one at a time. */
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  pgTable,
  primaryKey,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { memberships } from './organizations'
import { createdAt, orgId, tenantIsolation } from './tenant'

/**
 * A row is an open offer. Accepted, declined, withdrawn, it is deleted, and the audit trail has it. It
 * is never rewritten: who offers what to whom stays as both were told.
 */
export const ownershipOffers = pgTable(
  'ownership_offers',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    giverId: uuid('giver_id').notNull(),
    recipientId: uuid('recipient_id').notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true, precision: 3 }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('ownership_offers_one_at_a_time').on(table.orgId),
    // With the membership of either goes the offer.
    foreignKey({
      name: 'ownership_offers_giver',
      columns: [table.orgId, table.giverId],
      foreignColumns: [memberships.orgId, memberships.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'ownership_offers_recipient',
      columns: [table.orgId, table.recipientId],
      foreignColumns: [memberships.orgId, memberships.id],
    }).onDelete('cascade'),
    check('ownership_offers_two_people', sql`${table.giverId} <> ${table.recipientId}`),
    tenantIsolation(),
  ],
)
