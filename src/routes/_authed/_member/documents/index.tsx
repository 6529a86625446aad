import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { usePermission } from '~/features/access/use-permission'
import { DocumentTable } from '~/features/documents/components/document-table'
import { documentsQuery } from '~/features/documents/documents.queries'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/documents/')({
  loader: ({ context, location }) =>
    load(() => context.queryClient.query(documentsQuery()), location),
  head: () => pageTitle('Documents'),
  component: DocumentsPage,
})

function DocumentsPage() {
  const { rows: documents } = useSuspenseQuery(documentsQuery()).data
  const readsAll = usePermission('content:read')
  return (
    <>
      <PageHeader
        title="Documents"
        description={
          readsAll
            ? 'Every document of the organization, the latest change first.'
            : 'Your own documents: your roles do not let you read the others.'
        }
      />
      <DocumentTable documents={documents} />
    </>
  )
}
