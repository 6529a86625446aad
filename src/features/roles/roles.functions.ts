/** The entrances to roles. Reading only: organizations get to change theirs later. */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { requireAnyPermission } from '~/middleware/permission'
import { listGrantersSchema } from './roles.schema'
import * as logic from './roles.server'

/** Whoever assigns roles must see them, even where a role lacks the right to study them. */
export const listRoles = createServerFn({ method: 'GET' })
  .middleware([requireAnyPermission(['org:roles:read', 'org:roles:assign'])])
  .validator(accept(nothing))
  .handler(({ context }) => logic.listRoles(context))

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
