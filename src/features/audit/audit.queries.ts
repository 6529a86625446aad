/** What pages read of the audit log. */
import { queryOptions } from '@tanstack/react-query'
import { addressReader, type Asked } from '~/features/access/list-filters'
import { auditFilters, denialFilters } from './audit.filters'
import { listAuditEvents, listDenials } from './audit.functions'

export type AuditFilters = Asked<typeof auditFilters>
export type DenialFilters = Asked<typeof denialFilters>

/** What an address asks of the log. */
export const auditFiltersIn = addressReader(auditFilters)
export const denialFiltersIn = addressReader(denialFilters)

export const auditEventsQuery = (filters: AuditFilters = {}) =>
  queryOptions({
    queryKey: ['audit', 'events', filters],
    queryFn: () => listAuditEvents({ data: filters }),
  })

export const denialsQuery = (filters: DenialFilters = {}) =>
  queryOptions({
    queryKey: ['audit', 'denials', filters],
    queryFn: () => listDenials({ data: filters }),
  })
