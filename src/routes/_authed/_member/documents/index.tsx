import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { usePermission } from '~/features/access/use-permission'
import { DocumentTable } from '~/features/documents/components/document-table'
import { listDocuments } from '~/features/documents/documents.functions'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/documents/')({
  loader: ({ location }) => load(() => listDocuments(), location),
  head: () => pageTitle('Documents'),
  component: DocumentsPage,
})

function DocumentsPage() {
  const { rows: documents } = Route.useLoaderData()
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
