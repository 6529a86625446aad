import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { listDenials } from '~/features/audit/audit.functions'
import { AuditHeader } from '~/features/audit/components/audit-header'
import { DenialTable } from '~/features/audit/components/denial-table'
import { pageTitle } from '../../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/_admin/audit/denials')({
  loader: ({ location }) => load(() => listDenials(), location),
  head: () => pageTitle('Denials'),
  component: DenialsPage,
})

function DenialsPage() {
  return (
    <>
      <AuditHeader />
      <DenialTable denials={Route.useLoaderData()} />
    </>
  )
}
