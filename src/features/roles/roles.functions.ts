/** The entrances to roles. Reading only: organizations get to change theirs later. */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { requireAnyPermission } from '~/middleware/permission'
import * as logic from './roles.server'

/** Whoever assigns roles must see them, even where a role lacks the right to study them. */
export const listRoles = createServerFn({ method: 'GET' })
  .middleware([requireAnyPermission(['org:roles:read', 'org:roles:assign'])])
  .validator(accept(nothing))
  .handler(({ context }) => logic.listRoles(context))
