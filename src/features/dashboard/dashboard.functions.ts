/** The entrance to the dashboard. */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { orgMiddleware } from '~/middleware/membership'
import * as logic from './dashboard.server'

/** Any member: each figure is there only for who may read what it counts. */
export const getDashboard = createServerFn({ method: 'GET' })
  .middleware([orgMiddleware])
  .validator(accept(nothing))
  .handler(({ context }) => logic.getDashboard(context))

/** Any member: the history of the documents that they may read. */
export const getActivity = createServerFn({ method: 'GET' })
  .middleware([orgMiddleware])
  .validator(accept(nothing))
  .handler(({ context }) => logic.getActivity(context))
