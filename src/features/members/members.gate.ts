/**
 * Gates: what is done to one member, and to one's own membership. The first reads `memberId` from the input, loads the membership with the
 * permissions that its roles give, and hands both on as `context.member`.
 *
 * Besides 404 and 403 as everywhere, it refuses acting on somebody who holds more than oneself:
 * without that, whoever may remove members could remove the owner, and whoever may assign roles
 * could strip them.
 */
import { createMiddleware } from '@tanstack/react-start'
import { z } from 'zod'
import type { Permission } from '~/authz'
import { accessOrder, queueUp } from '~/middleware/access-order'
import { accept, identify } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { tenantMiddleware } from '~/middleware/tenant'
import { leaveOrganizationSchema } from './members.schema'
import { findMemberFor, findOwnMembership } from './members.server'

/**
 * @param permission what is to be done to the member
 * @throws AppError `not_found` (also for an id that is none) or `forbidden`
 */
export function requireMember(permission: Permission) {
  return createMiddleware({ type: 'function' })
    .middleware([accessOrder([permission]), orgMiddleware])
    .validator(identify(z.looseObject({ memberId: z.uuid() })))
    .server(async ({ next, context, data }) => {
      const member = await findMemberFor(context, permission, data.memberId)
      return next({ context: { member } })
    })
}

/**
 * Leaving takes no permission, so every member may queue for it; the input comes first, or anybody
 * could keep the organization's lock busy with calls that are none.
 */
const leavingOrder = createMiddleware({ type: 'function' })
  .middleware([tenantMiddleware])
  .validator(accept(leaveOrganizationSchema))
  .server(async ({ next, context }) => {
    await queueUp(context.db, context.organization.id)
    return next()
  })

/**
 * What one does to one's own membership: it takes no permission and names nobody, so there is no
 * other member to reach.
 */
export const requireOwnMembership = createMiddleware({ type: 'function' })
  .middleware([leavingOrder, orgMiddleware])
  .server(async ({ next, context }) => {
    const member = await findOwnMembership(context)
    return next({ context: { member } })
  })
