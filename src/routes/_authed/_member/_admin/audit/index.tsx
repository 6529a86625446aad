import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { listAuditEvents } from '~/features/audit/audit.functions'
import { AuditHeader } from '~/features/audit/components/audit-header'
import { EventTable } from '~/features/audit/components/event-table'
import { pageTitle } from '../../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/_admin/audit/')({
  validateSearch: ({ before }): { before?: number } =>
    Number.isSafeInteger(before) && Number(before) > 0 ? { before: Number(before) } : {},
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
