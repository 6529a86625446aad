/**
 * Gates: what is done to an offer of ownership. Both read `offerId` from the input and hand the open
 * offer on as `context.offer`; 404 for one that is gone, expired, or another organization's.
 *
 * `requireOffer` is for who may hand the organization over. `requireOfferToMe` takes no permission: an
 * offer is its recipient's to accept or decline, and for everybody else there is none. Without that
 * anybody could make themselves an owner with an id they saw.
 */
import { createMiddleware } from '@tanstack/react-start'
import { z } from 'zod'
import type { Permission } from '~/authz'
import { accessOrder, queueUp } from '~/middleware/access-order'
import { identify } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { tenantMiddleware } from '~/middleware/tenant'
import { findOfferFor, findOfferToMe, hasOffer } from './offers.server'

const named = z.looseObject({ offerId: z.uuid() })

/**
 * @param permission what is to be done to the offer
 * @throws AppError `not_found`
 */
export function requireOffer(permission: Permission) {
  return createMiddleware({ type: 'function' })
    .middleware([accessOrder([permission]), orgMiddleware])
    .validator(identify(named))
    .server(async ({ next, context, data }) => {
      const offer = await findOfferFor(context, permission, data.offerId)
      return next({ context: { offer } })
    })
}

/** Who has no offer is refused without a place in the queue. */
const offerOrder = createMiddleware()
  .middleware([tenantMiddleware])
  .server(async ({ next, context }) => {
    if (await hasOffer(context)) await queueUp(context.db, context.organization.id)
    return next()
  })

export const requireOfferToMe = createMiddleware({ type: 'function' })
  .middleware([offerOrder, orgMiddleware])
  .validator(identify(named))
  .server(async ({ next, context, data }) => {
    const offer = await findOfferToMe(context, data.offerId)
    return next({ context: { offer } })
  })
