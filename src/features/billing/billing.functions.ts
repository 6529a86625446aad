/** The entrances to billing. */
import { createServerFn } from '@tanstack/react-start'
import { requireBillingAccess } from '~/middleware/billing'
import { accept, nothing } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import { planSchema } from './billing.schema'
import * as logic from './billing.server'

export const getBilling = createServerFn({ method: 'GET' })
  .middleware([requireBillingAccess('billing:read')])
  .validator(accept(nothing))
  .handler(({ context }) => logic.getBilling(context))

/** For every member: whoever makes things must hear that there is no room, and whom to ask. */
export const getRoom = createServerFn({ method: 'GET' })
  .middleware([orgMiddleware])
  .validator(accept(nothing))
  .handler(({ context }) => logic.getRoom(context))

export const previewPlan = createServerFn({ method: 'GET' })
  .middleware([requireBillingAccess('billing:write')])
  .validator(accept(planSchema))
  .handler(({ context, data }) => logic.previewPlan(context, data.plan))

export const changePlan = createServerFn({ method: 'POST' })
  .middleware([requireBillingAccess('billing:write')])
  .validator(accept(planSchema))
  .handler(({ context, data }) => logic.changePlan(context, data.plan))
