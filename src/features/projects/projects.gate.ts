/**
 * Gate: what is done to one project. Reads `projectId` from the input, loads the row through its
 * check, and hands the checked row on as `context.project`; a handler never sees an unchecked one.
 */
import { createMiddleware } from '@tanstack/react-start'
import { z } from 'zod'
import type { Permission } from '~/authz'
import { accessOrder } from '~/middleware/access-order'
import { identify } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { findProjectFor } from './projects.server'

/**
 * @param permission what is to be done to the project
 * @throws AppError `not_found` (also for an id that is none) or `forbidden`
 */
export function requireProject(permission: Permission) {
  return createMiddleware({ type: 'function' })
    .middleware([accessOrder([permission]), orgMiddleware])
    .validator(identify(z.looseObject({ projectId: z.uuid() })))
    .server(async ({ next, context, data }) => {
      const project = await findProjectFor(context, permission, data.projectId)
      return next({ context: { project } })
    })
}
