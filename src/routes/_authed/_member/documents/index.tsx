import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { useAsked } from '~/features/access/list-address'
import { load } from '~/features/access/load'
import { PendingList } from '~/features/access/pending-list'
import { usePermission } from '~/features/access/use-permission'
import { DocumentList } from '~/features/documents/components/document-list'
import { documentFiltersIn, documentsQuery } from '~/features/documents/documents.queries'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/documents/')({
  validateSearch: documentFiltersIn,
  // Not by `loaderDeps`: those make another page of each search, whose outline takes the place of
  // the box that somebody is typing into.
  loader: ({ context, location }) =>
    load(
      () => context.queryClient.query(documentsQuery(documentFiltersIn(location.search))),
      location,
    ),
  head: () => pageTitle('Documents'),
  pendingComponent: () => <PendingList title="Documents" />,
  component: DocumentsPage,
})

function DocumentsPage() {
  const asked = useAsked(Route.useSearch(), documentFiltersIn)
  const { data: list } = useSuspenseQuery(documentsQuery(asked))
  const readsAll = usePermission('content:read')
  return (
    <>
      <PageHeader
        title="Documents"
        description={
          readsAll
            ? 'Every document of the organization.'
            : 'Your own documents: your roles do not let you read the others.'
        }
      />
      <DocumentList
        asked={asked}
        list={list}
        whenEmpty={
          <Can permission="content:write">
            Documents are started in their project:{' '}
            <Link to="/projects" className="text-accent-text underline">
              choose one
            </Link>
            .
          </Can>
        }
      />
    </>
  )
}
