import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { BeyondPlan } from '~/features/access/within-plan'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { loadRoom } from '~/features/access/room.queries'
import { DocumentView } from '~/features/documents/components/document-view'
import { documentQuery } from '~/features/documents/documents.queries'
import { ArchivedProject } from '~/features/projects/components/archived-project'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/documents/$documentId/')({
  loader: ({ params: { documentId }, context: { queryClient }, parentMatchPromise, location }) =>
    load(async () => {
      const document = await queryClient.query(documentQuery(documentId))
      if (document.isBeyondPlan) {
        await loadRoom(queryClient, viewerOf(parentMatchPromise, location), location)
      }
      return document
    }, location),
  head: ({ loaderData }) => pageTitle(loaderData?.title ?? 'Document'),
  component: DocumentPage,
})

function DocumentPage() {
  const { documentId } = Route.useParams()
  const { data: document } = useSuspenseQuery(documentQuery(documentId))
  return (
    <DocumentView
      document={document}
      notice={
        <>
          {document.projectStatus === 'archived' && <ArchivedProject />}
          {document.isBeyondPlan && <BeyondPlan quota="projects" what="What is in this one" />}
        </>
      }
    />
  )
}
