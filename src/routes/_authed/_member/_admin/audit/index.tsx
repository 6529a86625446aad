import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { auditEventsQuery } from '~/features/audit/audit.queries'
import { AuditHeader } from '~/features/audit/components/audit-header'
import { EventTable } from '~/features/audit/components/event-table'
import { pageTitle } from '../../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/_admin/audit/')({
  // What is returned is laid over the address: a key that was left out would keep its raw value.
  validateSearch: ({ before }): { before?: number } => ({
    before: Number.isSafeInteger(before) && Number(before) > 0 ? Number(before) : undefined,
  }),
  loaderDeps: ({ search: { before } }) => ({ before }),
  loader: ({ deps: { before }, context, location }) =>
    load(() => context.queryClient.query(auditEventsQuery(before)), location),
  head: () => pageTitle('Audit log'),
  component: AuditPage,
})

function AuditPage() {
  const { before } = Route.useSearch()
  const { events, next } = useSuspenseQuery(auditEventsQuery(before)).data
  return (
    <>
      <AuditHeader />
      <EventTable events={events} next={next} isLatest={before === undefined} />
    </>
  )
}
