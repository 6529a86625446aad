/** The entrances to handing an organization over. */
import { createServerFn } from '@tanstack/react-start'
import { requireMember } from '~/features/members/members.gate'
import { accept, nothing } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import * as offers from './offers.server'
import { requireOffer, requireOfferToMe } from './ownership.gate'
import { offerIdSchema, offerOwnershipSchema } from './ownership.schema'
import * as logic from './ownership.server'

export const getOffer = createServerFn({ method: 'GET' })
  .middleware([orgMiddleware])
  .validator(accept(nothing))
  .handler(({ context }) => offers.getOffer(context))

export const offerOwnership = createServerFn({ method: 'POST' })
  .middleware([requireMember('org:transfer')])
  .validator(accept(offerOwnershipSchema))
  .handler(({ context, data }) => logic.offerOwnership(context, data))

export const withdrawOffer = createServerFn({ method: 'POST' })
  .middleware([requireOffer('org:transfer')])
  .validator(accept(offerIdSchema))
  .handler(({ context }) => logic.withdrawOffer(context))

export const acceptOwnership = createServerFn({ method: 'POST' })
  .middleware([requireOfferToMe])
  .validator(accept(offerIdSchema))
  .handler(({ context }) => logic.acceptOwnership(context))

export const declineOwnership = createServerFn({ method: 'POST' })
  .middleware([requireOfferToMe])
  .validator(accept(offerIdSchema))
  .handler(({ context }) => logic.declineOwnership(context))
