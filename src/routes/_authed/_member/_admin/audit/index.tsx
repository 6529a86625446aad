import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useAsked } from '~/features/access/list-address'
import { load } from '~/features/access/load'
import { PendingList } from '~/features/access/pending-list'
import { auditEventsQuery, auditFiltersIn } from '~/features/audit/audit.queries'
import { AuditHeader } from '~/features/audit/components/audit-header'
import { EventList } from '~/features/audit/components/event-list'
import { pageTitle } from '../../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/_admin/audit/')({
  validateSearch: auditFiltersIn,
  loader: ({ context, location }) =>
    load(
      () => context.queryClient.query(auditEventsQuery(auditFiltersIn(location.search))),
      location,
    ),
  head: () => pageTitle('Audit log'),
  pendingComponent: () => <PendingList title="Audit log" />,
  component: AuditPage,
})

function AuditPage() {
  const asked = useAsked(Route.useSearch(), auditFiltersIn)
  const { data: list } = useSuspenseQuery(auditEventsQuery(asked))
  return (
    <>
      <AuditHeader />
      <EventList asked={asked} list={list} />
    </>
  )
}
