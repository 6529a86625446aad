import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { DocumentView } from '~/features/documents/components/document-view'
import { documentQuery } from '~/features/documents/documents.queries'
import { ArchivedProject } from '~/features/projects/components/archived-project'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/documents/$documentId/')({
  loader: ({ params: { documentId }, context, location }) =>
    load(() => context.queryClient.query(documentQuery(documentId)), location),
  head: ({ loaderData }) => pageTitle(loaderData?.title ?? 'Document'),
  component: DocumentPage,
})

function DocumentPage() {
  const { documentId } = Route.useParams()
  const { data: document } = useSuspenseQuery(documentQuery(documentId))
  const isArchived = document.projectStatus === 'archived'
  return <DocumentView document={document} notice={isArchived && <ArchivedProject />} />
}
