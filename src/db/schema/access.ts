/** Permissions, roles, and who holds which. */
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { memberships, organizations } from './organizations'
import { createdAt, orgId, tenantIsolation, updatedAt } from './tenant'

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
  /** Its permissions with a space between them: a trigger repeats the rows of the table below. */
  permissions: text('permissions'),
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
    /** The template that the role follows; null once it was detached. Never another one. */
    templateKey: text('template_key').references(() => roleTemplates.key),
    /** The template that it started from, which stays when it is detached. */
    clonedFrom: text('cloned_from').references(() => roleTemplates.key),
    /** Made by the organization. The others it was founded with, and they stay. */
    isCustom: boolean('is_custom').notNull().default(true),
    /** What people who join are given. */
    isDefault: boolean('is_default').notNull().default(false),
    /** False as long as the role has never had an override; the key of these holds it to that. */
    mayDiffer: boolean('may_differ').notNull().default(false),
    /** Grows with each change; a change names the version that it was made from. */
    version: integer('version').notNull().default(1),
    /** The role of which one active holder must always remain; a trigger enforces it. */
    isOwner: boolean('is_owner').notNull().default(false),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.id] }),
    unique('roles_key').on(table.orgId, table.key),
    // Two roles of one name can't be told apart where they are given.
    uniqueIndex('roles_name').on(table.orgId, sql`lower(${table.name})`),
    unique('roles_may_differ').on(table.orgId, table.id, table.mayDiffer),
    uniqueIndex('roles_one_owner_role')
      .on(table.orgId)
      .where(sql`${table.isOwner}`),
    uniqueIndex('roles_one_default_role')
      .on(table.orgId)
      .where(sql`${table.isDefault}`),
    // Nobody becomes an owner by joining.
    check('roles_default_is_not_owner', sql`not (${table.isDefault} and ${table.isOwner})`),
    tenantIsolation(),
  ],
)

/**
 * Where a role differs from the template that it follows: permissions added and removed. These are
 * differences, not rules of denial: another role still grants what is removed here. A detached role
 * has all of its permissions here, as added ones.
 */
export const roleOverrides = pgTable(
  'role_overrides',
  {
    orgId: orgId(),
    roleId: uuid('role_id').notNull(),
    permission: text('permission')
      .notNull()
      .references(() => permissions.key),
    /** True adds the permission, false removes it. */
    granted: boolean('granted').notNull().default(true),
    /**
     * Always true, and part of the key: a role that says it differs nowhere can have no override,
     * whoever writes it. A session whose roles say so reads no overrides at all.
     */
    mayDiffer: boolean('may_differ').notNull().default(true),
  },
  (table) => [
    primaryKey({ columns: [table.orgId, table.roleId, table.permission] }),
    check('role_overrides_may_differ', sql`${table.mayDiffer}`),
    foreignKey({
      name: 'role_overrides_role',
      columns: [table.orgId, table.roleId, table.mayDiffer],
      foreignColumns: [roles.orgId, roles.id, roles.mayDiffer],
    }).onDelete('cascade'),
    tenantIsolation(),
  ],
)

/**
 * What each role grants now: its template's permissions with its differences. A view with its
 * reader's rights, so that a change of a template reaches every role that follows it at once.
 */
export const rolePermissions = pgView('role_permissions', {
  orgId: uuid('org_id').notNull(),
  roleId: uuid('role_id').notNull(),
  permission: text('permission').notNull(),
}).existing()

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
