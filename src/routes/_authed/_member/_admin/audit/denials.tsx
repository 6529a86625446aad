import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useAsked } from '~/features/access/list-address'
import { load } from '~/features/access/load'
import { PendingList } from '~/features/access/pending-list'
import { denialFiltersIn, denialsQuery } from '~/features/audit/audit.queries'
import { AuditHeader } from '~/features/audit/components/audit-header'
import { DenialList } from '~/features/audit/components/denial-list'
import { pageTitle } from '../../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/_admin/audit/denials')({
  validateSearch: denialFiltersIn,
  loader: ({ context, location }) =>
    load(() => context.queryClient.query(denialsQuery(denialFiltersIn(location.search))), location),
  head: () => pageTitle('Denials'),
  pendingComponent: () => <PendingList title="Audit log" />,
  component: DenialsPage,
})

function DenialsPage() {
  const asked = useAsked(Route.useSearch(), denialFiltersIn)
  const { data: list } = useSuspenseQuery(denialsQuery(asked))
  return (
    <>
      <AuditHeader />
      <DenialList asked={asked} list={list} />
    </>
  )
}
