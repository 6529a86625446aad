import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { guardPermission } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { NewDocumentForm } from '~/features/documents/components/new-document-form'
import { ArchivedProject } from '~/features/projects/components/archived-project'
import { projectQuery } from '~/features/projects/projects.queries'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/projects/$projectId/new-document')({
  loader: async ({ params: { projectId }, context, parentMatchPromise, location }) => {
    // The guard first: side by side, whichever refused sooner would decide where one is led.
    await guardPermission(parentMatchPromise, 'content:write', location)
    return load(() => context.queryClient.query(projectQuery(projectId)), location)
  },
  head: () => pageTitle('New document'),
  component: NewDocumentPage,
})

function NewDocumentPage() {
  const { projectId } = Route.useParams()
  const { data: project } = useSuspenseQuery(projectQuery(projectId))
  return (
    <>
      <PageHeader
        above={
          <Link to="/projects/$projectId" params={{ projectId: project.id }}>
            {project.name}
          </Link>
        }
        title="New document"
      />
      {project.status === 'active' ? (
        <NewDocumentForm projectId={project.id} />
      ) : (
        <ArchivedProject />
      )}
    </>
  )
}
