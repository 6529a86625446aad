/** The entrances to roles: what each grants, how they compare, and what is done to them. */
import { createServerFn } from '@tanstack/react-start'
import { requireFeature } from '~/middleware/feature'
import { accept, nothing } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { requireAnyPermission, requirePermission } from '~/middleware/permission'
import { requireQuota } from '~/middleware/quota'
import * as changes from './role-changes.server'
import * as impact from './role-impact.server'
import { requireRole } from './roles.gate'
import {
  compareRolesSchema,
  createRoleSchema,
  deleteRoleSchema,
  detachRoleSchema,
  listGrantersSchema,
  permissionSchema,
  previewRoleChangeSchema,
  previewRoleDeletionSchema,
  roleIdSchema,
  updateRoleSchema,
} from './roles.schema'
import * as logic from './roles.server'

/** Whoever assigns roles must see them, even where a role lacks the right to study them. */
export const listRoles = createServerFn({ method: 'GET' })
  .middleware([requireAnyPermission(['org:roles:read', 'org:roles:assign'])])
  .validator(accept(nothing))
  .handler(({ context }) => logic.listRoles(context))

export const getRole = createServerFn({ method: 'GET' })
  .middleware([requireRole('org:roles:read')])
  .validator(accept(roleIdSchema))
  .handler(({ context }) => logic.describeRole(context))

/** The registry, in bundles. Only a migration writes it. */
export const listPermissions = createServerFn({ method: 'GET' })
  .middleware([requirePermission('org:roles:read')])
  .validator(accept(nothing))
  .handler(() => logic.listPermissions())

export const getPermission = createServerFn({ method: 'GET' })
  .middleware([requirePermission('org:roles:read')])
  .validator(accept(permissionSchema))
  .handler(({ context, data }) => logic.getPermission(context, data.permission))

/** What the permissions guard, for the matrix: the same for every organization. */
export const listGuards = createServerFn({ method: 'GET' })
  .middleware([requireAnyPermission(['org:roles:read', 'org:roles:assign'])])
  .validator(accept(nothing))
  .handler(() => logic.listGuards())

/** For every member, whatever their roles: whom to ask is what a refusal leaves open. */
export const listGranters = createServerFn({ method: 'GET' })
  .middleware([orgMiddleware])
  .validator(accept(listGrantersSchema))
  .handler(({ context, data }) => logic.listGranters(context, data.permission))

export const compareRoles = createServerFn({ method: 'GET' })
  .middleware([requirePermission('org:roles:read')])
  .validator(accept(compareRolesSchema))
  .handler(({ context, data }) => logic.compareRoles(context, data))

export const createRole = createServerFn({ method: 'POST' })
  .middleware([
    requirePermission('org:roles:write'),
    requireFeature('custom-roles'),
    requireQuota('custom-roles'),
  ])
  .validator(accept(createRoleSchema))
  .handler(({ context, data }) => changes.createRole(context, data))

/** The plan's feature is asked for inside, of a change that adds: see `requirePlanToAdd`. */
export const updateRole = createServerFn({ method: 'POST' })
  .middleware([requireRole('org:roles:write')])
  .validator(accept(updateRoleSchema))
  .handler(({ context, data }) => changes.updateRole(context, data))

export const detachRole = createServerFn({ method: 'POST' })
  .middleware([requireRole('org:roles:write'), requireFeature('custom-roles')])
  .validator(accept(detachRoleSchema))
  .handler(({ context, data }) => changes.detachRole(context, data.version))

/** Without the plan's feature too: nobody is held to a role that they may no longer change. */
export const deleteRole = createServerFn({ method: 'POST' })
  .middleware([requireRole('org:roles:write')])
  .validator(accept(deleteRoleSchema))
  .handler(({ context, data }) => changes.deleteRole(context, data))

export const setDefaultRole = createServerFn({ method: 'POST' })
  .middleware([requireRole('org:roles:assign')])
  .validator(accept(roleIdSchema))
  .handler(({ context }) => changes.setDefaultRole(context))

export const previewRoleChange = createServerFn({ method: 'GET' })
  .middleware([requireRole('org:roles:write')])
  .validator(accept(previewRoleChangeSchema))
  .handler(({ context, data }) => impact.previewRoleChange(context, data.permissions))

export const previewRoleDeletion = createServerFn({ method: 'GET' })
  .middleware([requireRole('org:roles:write')])
  .validator(accept(previewRoleDeletionSchema))
  .handler(({ context, data }) => impact.previewRoleDeletion(context, data.replacementId))
