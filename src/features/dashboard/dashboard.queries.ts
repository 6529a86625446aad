/** What the dashboard reads: the figures first, and the history when it is there. */
import { queryOptions } from '@tanstack/react-query'
import { getActivity, getDashboard } from './dashboard.functions'

export const dashboardQuery = queryOptions({
  queryKey: ['dashboard', 'figures'],
  queryFn: () => getDashboard(),
})

export const activityQuery = queryOptions({
  queryKey: ['dashboard', 'activity'],
  queryFn: () => getActivity(),
})
