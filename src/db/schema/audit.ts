/** The audit trail and the denial log. */
import { sql } from 'drizzle-orm'
import {
  bigint,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { currentOrgId, orgId, tenantIsolation } from './tenant'

const at = () => timestamp('at', { withTimezone: true, precision: 3 }).notNull()

/**
 * One row per change, written in the change's own transaction. The app's login may insert and
 * read, nothing else. Rows of an organization form a chain of MACs (see audit/chain.ts). There is
 * no foreign key to organizations: the record of a deletion outlives what was deleted.
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    orgId: orgId(),
    /** 1, 2, 3 … within the organization, without a gap: a missing row shows. */
    seq: bigint('seq', { mode: 'number' }).notNull(),
    id: uuid('id').notNull(),
    at: at(),
    actorId: uuid('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    /** The server function or route that did it. */
    action: text('action').notNull(),
    targetType: text('target_type').notNull(),
    targetId: uuid('target_id').notNull(),
    targetName: text('target_name').notNull().default(''),
    before: jsonb('before'),
    after: jsonb('after'),
    mac: text('mac').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.seq] }),
    index('audit_events_by_time').on(table.orgId, table.at),
    tenantIsolation(),
  ],
)

/** The end of each organization's chain; locked while a row is appended. */
export const auditHeads = pgTable(
  'audit_heads',
  {
    orgId: orgId(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    mac: text('mac').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orgId] }), tenantIsolation()],
)

/**
 * Refusals: the first few of a person × entrance × minute in full, the rest counted. Global,
 * since a refusal may have neither a person nor an organization; rows of an organization are
 * readable in that organization alone, and only `identity.record_denial` writes.
 */
export const denials = pgTable(
  'denials',
  {
    id: uuid('id').primaryKey(),
    at: at(),
    orgId: uuid('org_id'),
    userId: uuid('user_id'),
    entrance: text('entrance').notNull(),
    code: text('code').notNull(),
    permission: text('permission'),
    requestId: text('request_id').notNull(),
  },
  (table) => [
    index('denials_by_org').on(table.orgId, table.at),
    pgPolicy('own_organization', { for: 'select', using: sql`org_id = ${currentOrgId}` }),
  ],
)

export const denialCounts = pgTable(
  'denial_counts',
  {
    minute: timestamp('minute', { withTimezone: true, precision: 0 }).notNull(),
    /** The person's id, or the address of an unknown caller. */
    caller: text('caller').notNull(),
    entrance: text('entrance').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.minute, table.caller, table.entrance] })],
)

/**
 * What people changed about their own accounts: names, where a session works; that a session began
 * or was ended, which the database itself notes (migrations 0016 and 0019). Global,
 * since it belongs to a person and to no organization. The app's login may insert and read.
 */
export const accountEvents = pgTable(
  'account_events',
  {
    id: uuid('id').primaryKey(),
    at: at(),
    userId: uuid('user_id').notNull(),
    /** The session that did it, or that began or ended; null for what is done without one. */
    sessionId: uuid('session_id'),
    action: text('action').notNull(),
    details: jsonb('details').notNull(),
  },
  (table) => [index('account_events_by_person').on(table.userId, table.at)],
)
