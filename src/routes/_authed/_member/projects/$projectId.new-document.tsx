import { createFileRoute, Link } from '@tanstack/react-router'
import { guardPermission } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { NewDocumentForm } from '~/features/documents/components/new-document-form'
import { getProject } from '~/features/projects/projects.functions'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/projects/$projectId/new-document')({
  loader: async ({ params: { projectId }, parentMatchPromise, location }) => {
    // The guard first: side by side, whichever refused sooner would decide where one is led.
    await guardPermission(parentMatchPromise, 'content:write', location)
    return load(() => getProject({ data: { projectId } }), location)
  },
  head: () => pageTitle('New document'),
  component: NewDocumentPage,
})

function NewDocumentPage() {
  const project = Route.useLoaderData()
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
      <NewDocumentForm projectId={project.id} />
    </>
  )
}
