/**
 * Gate: what is done to one role. Reads `roleId` from the input, loads the role with what it grants,
 * and hands it on as `context.role`.
 *
 * Besides 404 and 403 as everywhere, it refuses changing a role that grants more than the caller
 * holds: whoever may edit roles could otherwise empty the role of those above them, or make it the
 * one that everybody gets who joins.
 */
import { createMiddleware } from '@tanstack/react-start'
import { z } from 'zod'
import type { Permission } from '~/authz'
import { accessOrder } from '~/middleware/access-order'
import { identify } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { findRoleFor } from './roles.server'

/**
 * @param permission what is to be done to the role
 * @throws AppError `not_found` (also for an id that is none) or `forbidden`
 */
export function requireRole(permission: Permission) {
  return createMiddleware({ type: 'function' })
    .middleware([accessOrder([permission]), orgMiddleware])
    .validator(identify(z.looseObject({ roleId: z.uuid() })))
    .server(async ({ next, context, data }) => {
      const role = await findRoleFor(context, permission, data.roleId)
      return next({ context: { role } })
    })
}
