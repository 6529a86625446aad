/** Projects: what an organization's work is grouped by. */
import { sql } from 'drizzle-orm'
import { check, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { organizations } from './organizations'
import { createdAt, orgId, tenantIsolation, updatedAt } from './tenant'

export const projects = pgTable(
  'projects',
  {
    orgId: orgId().references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid('id').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    status: text('status').notNull().default('active'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    index('projects_by_name').on(table.orgId, sql`lower(${table.name})`, table.id),
    // Which are the oldest: what a plan covers. See db/rank.ts.
    index('projects_by_age').on(table.orgId, table.createdAt, table.id),
    check('projects_status', sql`${table.status} in ('active', 'archived')`),
    tenantIsolation(),
  ],
)
