/**
 * Gate: what is done to one invitation. Reads `invitationId` from the input and hands the pending
 * invitation on as `context.invitation`. Refuses 404 for one that isn't this organization's or is
 * no longer open, and 403 without the permission; who may not invite may not know of invitations.
 */
import { createMiddleware } from '@tanstack/react-start'
import { z } from 'zod'
import type { Permission } from '~/authz'
import { accessOrder } from '~/middleware/access-order'
import { identify } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { findInvitationFor } from './invitations.server'

/**
 * @param permission what is to be done to the invitation
 * @throws AppError `not_found`
 */
export function requireInvitation(permission: Permission) {
  return createMiddleware({ type: 'function' })
    .middleware([accessOrder([permission]), orgMiddleware])
    .validator(identify(z.looseObject({ invitationId: z.uuid() })))
    .server(async ({ next, context, data }) => {
      const invitation = await findInvitationFor(context, permission, data.invitationId)
      return next({ context: { invitation } })
    })
}
