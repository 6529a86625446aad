import { createFileRoute } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { DocumentView } from '~/features/documents/components/document-view'
import { getDocument } from '~/features/documents/documents.functions'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/documents/$documentId/')({
  loader: ({ params: { documentId }, location }) =>
    load(() => getDocument({ data: { documentId } }), location),
  head: ({ loaderData }) => pageTitle(loaderData?.title ?? 'Document'),
  component: DocumentPage,
})

function DocumentPage() {
  return <DocumentView document={Route.useLoaderData()} />
}
