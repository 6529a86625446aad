/** The entrance to the dashboard. */
import { createServerFn } from '@tanstack/react-start'
import { orgMiddleware } from '~/middleware/membership'
import * as logic from './dashboard.server'

/** Any member: each figure is there only for who may read what it counts. */
export const getDashboard = createServerFn({ method: 'GET' })
  .middleware([orgMiddleware])
  .handler(({ context }) => logic.getDashboard(context))
