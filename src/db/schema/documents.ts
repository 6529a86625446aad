/** Documents: each belongs to one project, and to one person as long as they are a member. */
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
  uuid,
} from 'drizzle-orm/pg-core'
import { projects } from './projects'
import { createdAt, orgId, tenantIsolation, updatedAt } from './tenant'

export const documents = pgTable(
  'documents',
  {
    orgId: orgId(),
    id: uuid('id').notNull(),
    projectId: uuid('project_id').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull().default(''),
    status: text('status').notNull().default('draft'),
    /**
     * Who owns it. A composite key to memberships (in a hand-written migration, since it clears
     * this column alone) keeps owners inside the organization and empties it when they leave.
     */
    ownerId: uuid('owner_id'),
    /** The name of an owner who has left, where it was kept under it. */
    keptName: text('kept_name'),
    /** Who changed it last, for as long as they are a member: a key like the owner's. */
    updatedBy: uuid('updated_by'),
    /** Grows with every save: an edit names the version it was based on. */
    version: integer('version').notNull().default(1),
    publishedAt: timestamp('published_at', { withTimezone: true, precision: 3 }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    index('documents_by_project').on(table.orgId, table.projectId, table.updatedAt),
    index('documents_by_update').on(table.orgId, table.updatedAt),
    index('documents_by_status').on(table.orgId, table.status, table.updatedAt),
    index('documents_by_title').on(table.orgId, sql`lower(${table.title})`, table.id),
    index('documents_by_owner').on(table.orgId, table.ownerId, table.updatedAt),
    // A member who leaves is looked up in it, and nothing else is.
    index('documents_by_last_hand').on(table.orgId, table.updatedBy),
    foreignKey({
      name: 'documents_project',
      columns: [table.orgId, table.projectId],
      foreignColumns: [projects.orgId, projects.id],
    }).onDelete('cascade'),
    check('documents_status', sql`${table.status} in ('draft', 'published', 'archived')`),
    tenantIsolation(),
  ],
)
