/** The entrances to billing. */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { requirePermission } from '~/middleware/permission'
import { changePlanSchema } from './billing.schema'
import * as logic from './billing.server'

export const getBilling = createServerFn({ method: 'GET' })
  .middleware([requirePermission('billing:read')])
  .validator(accept(nothing))
  .handler(({ context }) => logic.getBilling(context))

export const changePlan = createServerFn({ method: 'POST' })
  .middleware([requirePermission('billing:write')])
  .validator(accept(changePlanSchema))
  .handler(({ context, data }) => logic.changePlan(context, data.plan))
