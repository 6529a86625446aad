/** The entrances to billing. */
import { createServerFn } from '@tanstack/react-start'
import { requireBillingAccess } from '~/middleware/billing'
import { accept, nothing } from '~/middleware/input'
import { changePlanSchema } from './billing.schema'
import * as logic from './billing.server'

export const getBilling = createServerFn({ method: 'GET' })
  .middleware([requireBillingAccess('billing:read')])
  .validator(accept(nothing))
  .handler(({ context }) => logic.getBilling(context))

export const changePlan = createServerFn({ method: 'POST' })
  .middleware([requireBillingAccess('billing:write')])
  .validator(accept(changePlanSchema))
  .handler(({ context, data }) => logic.changePlan(context, data.plan))
