/** What pages read about one's own account. */
import { queryOptions } from '@tanstack/react-query'
import { listSessions } from './account.functions'

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: () => listSessions(),
})
