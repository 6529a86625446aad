/** What pages read of the audit log. */
import { queryOptions } from '@tanstack/react-query'
import { listAuditEvents, listDenials } from './audit.functions'

/** @param before only what came before this number; the latest without it */
export const auditEventsQuery = (before?: number) =>
  queryOptions({
    queryKey: ['audit', 'events', { before }],
    queryFn: () => listAuditEvents({ data: { before } }),
  })

export const denialsQuery = queryOptions({
  queryKey: ['audit', 'denials'],
  queryFn: () => listDenials(),
})
