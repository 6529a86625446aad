/** Invitations: the offer of a membership to an address, until it is accepted, revoked or expires. */
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { roles } from './access'
import { user } from './auth'
import { organizations } from './organizations'
import { createdAt, orgId, tenantIsolation } from './tenant'

const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 })

export const invitations = pgTable(
  'invitations',
  {
    orgId: orgId().references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid('id').notNull(),
    /** In lower case. Only an account with this address can accept. */
    email: text('email').notNull(),
    /** Null in what is over and done, once the role is no more. */
    roleId: uuid('role_id'),
    /** The token itself is in the mail alone. */
    tokenHash: text('token_hash').notNull(),
    status: text('status').notNull().default('pending'),
    /** Whose rights the acceptance is checked against. */
    inviterId: uuid('inviter_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    sentAt: moment('sent_at').notNull().defaultNow(),
    sends: integer('sends').notNull().default(1),
    /** When our mail server gave up on the latest mail; null while it has not. */
    undeliveredAt: moment('undelivered_at'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    // The identity door finds an invitation by its token before a tenant is known.
    uniqueIndex('invitations_by_token').on(table.tokenHash),
    uniqueIndex('invitations_one_pending')
      .on(table.orgId, table.email)
      .where(sql`${table.status} = 'pending'`),
    // And those of a person's own address, in every organization.
    index('invitations_open_by_email')
      .on(table.email)
      .where(sql`${table.status} = 'pending'`),
    index('invitations_by_time').on(table.orgId, table.sentAt),
    foreignKey({
      name: 'invitations_role',
      columns: [table.orgId, table.roleId],
      foreignColumns: [roles.orgId, roles.id],
    }).onDelete('set null'), // of role_id alone: see the migration
    check('invitations_promise', sql`${table.status} <> 'pending' or ${table.roleId} is not null`),
    check('invitations_status', sql`${table.status} in ('pending', 'accepted', 'revoked')`),
    check('invitations_email', sql`${table.email} = lower(${table.email})`),
    tenantIsolation(),
  ],
)
