import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { Can } from '~/features/access/can'
import { DocumentTable } from '~/features/documents/components/document-table'
import { documentsQuery } from '~/features/documents/documents.queries'
import { ProjectActions } from '~/features/projects/components/project-actions'
import { ProjectStatus } from '~/features/projects/components/project-status'
import { projectQuery } from '~/features/projects/projects.queries'
import { buttonClass } from '~/ui/button'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/projects/$projectId/')({
  loader: ({ params: { projectId }, context: { queryClient }, location }) =>
    load(async () => {
      const [project] = await Promise.all([
        queryClient.query(projectQuery(projectId)),
        queryClient.query(documentsQuery({ projectId })),
      ])
      return project
    }, location),
  head: ({ loaderData }) => pageTitle(loaderData?.name ?? 'Project'),
  component: ProjectPage,
})

function ProjectPage() {
  const { projectId } = Route.useParams()
  const { data: project } = useSuspenseQuery(projectQuery(projectId))
  const { rows: documents } = useSuspenseQuery(documentsQuery({ projectId })).data
  return (
    <>
      <PageHeader
        above={<Link to="/projects">Projects</Link>}
        title={project.name}
        beside={<ProjectStatus status={project.status} />}
        description={project.description === '' ? undefined : project.description}
        actions={<ProjectActions project={project} />}
      />
      <Section
        title="Documents"
        actions={
          project.status === 'active' && (
            <Can permission="content:write">
              <Link
                to="/projects/$projectId/new-document"
                params={{ projectId: project.id }}
                className={buttonClass('primary')}
              >
                New document
              </Link>
            </Can>
          )
        }
      >
        <DocumentTable documents={documents} withProject={false} />
      </Section>
    </>
  )
}
