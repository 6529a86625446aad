import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { listAuditEvents } from '~/features/audit/audit.functions'
import { AuditHeader } from '~/features/audit/components/audit-header'
import { EventTable } from '~/features/audit/components/event-table'
import { pageTitle } from '../../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/_admin/audit/')({
  // What is returned is laid over the address: a key that was left out would keep its raw value.
  validateSearch: ({ before }): { before?: number } => ({
    before: Number.isSafeInteger(before) && Number(before) > 0 ? Number(before) : undefined,
  }),
  loaderDeps: ({ search: { before } }) => ({ before }),
  loader: ({ deps: { before }, location }) =>
    load(() => listAuditEvents({ data: { before } }), location),
  head: () => pageTitle('Audit log'),
  component: AuditPage,
})

function AuditPage() {
  const { events, next } = Route.useLoaderData()
  const { before } = Route.useSearch()
  return (
    <>
      <AuditHeader />
      <EventTable events={events} next={next} isLatest={before === undefined} />
    </>
  )
}
