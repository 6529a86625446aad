import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { guardPermission } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { loadRoom } from '~/features/access/room.queries'
import { BeyondPlan, QuotaPrompt, WithinQuota } from '~/features/access/within-plan'
import { NewDocumentForm } from '~/features/documents/components/new-document-form'
import { ProjectCrumbs } from '~/features/documents/components/project-crumbs'
import { ArchivedProject } from '~/features/projects/components/archived-project'
import { projectQuery } from '~/features/projects/projects.queries'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/projects/$projectId/new-document')({
  loader: async ({ params: { projectId }, context, parentMatchPromise, location }) => {
    // The guard first: side by side, whichever refused sooner would decide where one is led.
    const viewer = guardPermission(parentMatchPromise, 'content:write', location)
    await loadRoom(context.queryClient, viewer, location)
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
          <Breadcrumbs>
            <ProjectCrumbs projectId={project.id} projectName={project.name} />
          </Breadcrumbs>
        }
        title="New document"
      />
      <Content project={project} />
    </>
  )
}

function Content({ project }: { readonly project: Project }) {
  if (project.status === 'archived') return <ArchivedProject />
  if (project.isBeyondPlan) {
    return <BeyondPlan quota="projects" what="This project, with what is in it," />
  }
  return (
    <>
      <QuotaPrompt quota="documents" />
      <WithinQuota quota="documents">
        <NewDocumentForm projectId={project.id} />
      </WithinQuota>
    </>
  )
}

type Project = ReturnType<typeof Route.useLoaderData>
