import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { denialsQuery } from '~/features/audit/audit.queries'
import { AuditHeader } from '~/features/audit/components/audit-header'
import { DenialTable } from '~/features/audit/components/denial-table'
import { pageTitle } from '../../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/_admin/audit/denials')({
  loader: ({ context, location }) => load(() => context.queryClient.query(denialsQuery), location),
  head: () => pageTitle('Denials'),
  component: DenialsPage,
})

function DenialsPage() {
  return (
    <>
      <AuditHeader />
      <DenialTable denials={useSuspenseQuery(denialsQuery).data.rows} />
    </>
  )
}
