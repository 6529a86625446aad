/** Permissions, roles, and who holds which. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { memberships, organizations } from './organizations'
import { createdAt, orgId, tenantIsolation } from './tenant'

/** The registry of `authz/permissions.ts`, mirrored by migration. Global: the same for all. */
export const permissions = pgTable('permissions', {
  key: text('key').primaryKey(),
  description: text('description').notNull(),
})

/** The templates of `authz/roles.ts`, mirrored by migration. Global: the same for all. */
export const roleTemplates = pgTable('role_templates', {
  key: text('key').primaryKey(),
  name: text('name').notNull(),
  description: text('description').notNull(),
})

export const roleTemplatePermissions = pgTable(
  'role_template_permissions',
  {
    templateKey: text('template_key')
      .notNull()
      .references(() => roleTemplates.key, { onDelete: 'cascade' }),
    permission: text('permission')
      .notNull()
      .references(() => permissions.key),
  },
  (table) => [primaryKey({ columns: [table.templateKey, table.permission] })],
)

export const roles = pgTable(
  'roles',
  {
    orgId: orgId().references(() => organizations.id, { onDelete: 'cascade' }),
    id: uuid('id').notNull(),
    key: text('key').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    templateKey: text('template_key').references(() => roleTemplates.key),
    /** The role of which one active holder must always remain; a trigger enforces it. */
    isOwner: boolean('is_owner').notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('roles_key').on(table.orgId, table.key),
    uniqueIndex('roles_one_owner_role')
      .on(table.orgId)
      .where(sql`${table.isOwner}`),
    tenantIsolation(),
  ],
)

export const rolePermissions = pgTable(
  'role_permissions',
  {
    orgId: orgId(),
    roleId: uuid('role_id').notNull(),
    permission: text('permission')
      .notNull()
      .references(() => permissions.key),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.roleId, table.permission] }),
    foreignKey({
      name: 'role_permissions_role',
      columns: [table.orgId, table.roleId],
      foreignColumns: [roles.orgId, roles.id],
    }).onDelete('cascade'),
    tenantIsolation(),
  ],
)

export const memberRoles = pgTable(
  'member_roles',
  {
    // A cascade of its own, so that these rows are gone before the roles' own check looks for them.
    orgId: orgId().references(() => organizations.id, { onDelete: 'cascade' }),
    membershipId: uuid('membership_id').notNull(),
    roleId: uuid('role_id').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.membershipId, table.roleId] }),
    index('member_roles_by_role').on(table.orgId, table.roleId),
    foreignKey({
      name: 'member_roles_membership',
      columns: [table.orgId, table.membershipId],
      foreignColumns: [memberships.orgId, memberships.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'member_roles_role',
      columns: [table.orgId, table.roleId],
      foreignColumns: [roles.orgId, roles.id],
    }), // no action: a role is kept while it is held
    tenantIsolation(),
  ],
)
