/** The entrances to organizations: creating, switching, and what is done to the active one. */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { requirePermission } from '~/middleware/permission'
import { authMiddleware } from '~/middleware/session'
import {
  createOrganizationSchema,
  deleteOrganizationSchema,
  switchOrganizationSchema,
  updateOrganizationSchema,
} from './organizations.schema'
import * as logic from './organizations.server'

export const createOrganization = createServerFn({ method: 'POST' })
  .middleware([authMiddleware])
  .validator(accept(createOrganizationSchema))
  .handler(({ context, data }) => logic.createOrganization(context.principal, data.name))

/** The only function that takes an organization's id: it verifies a live membership in it. */
export const switchOrganization = createServerFn({ method: 'POST' })
  .middleware([authMiddleware])
  .validator(accept(switchOrganizationSchema))
  .handler(({ context, data }) => logic.switchOrganization(context.principal, data.organizationId))

export const getOrganization = createServerFn({ method: 'GET' })
  .middleware([requirePermission('org:settings:read')])
  .validator(accept(nothing))
  .handler(({ context }) => logic.getOrganization(context))

export const updateOrganization = createServerFn({ method: 'POST' })
  .middleware([requirePermission('org:settings:write')])
  .validator(accept(updateOrganizationSchema))
  .handler(({ context, data }) => logic.updateOrganization(context, data.name))

export const deleteOrganization = createServerFn({ method: 'POST' })
  .middleware([requirePermission('org:delete')])
  .validator(accept(deleteOrganizationSchema))
  .handler(({ context, data }) => logic.deleteOrganization(context, data.confirmName))
