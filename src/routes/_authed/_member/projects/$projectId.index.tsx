import { createFileRoute, Link } from '@tanstack/react-router'
import { load } from '~/features/access/load'
import { Can } from '~/features/access/can'
import { DocumentTable } from '~/features/documents/components/document-table'
import { listDocuments } from '~/features/documents/documents.functions'
import { ProjectActions } from '~/features/projects/components/project-actions'
import { ProjectStatus } from '~/features/projects/components/project-status'
import { getProject } from '~/features/projects/projects.functions'
import { buttonClass } from '~/ui/button'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/projects/$projectId/')({
  loader: ({ params: { projectId }, location }) =>
    load(async () => {
      const [project, documents] = await Promise.all([
        getProject({ data: { projectId } }),
        listDocuments({ data: { projectId } }),
      ])
      return { project, documents: documents.rows }
    }, location),
  head: ({ loaderData }) => pageTitle(loaderData?.project.name ?? 'Project'),
  component: ProjectPage,
})

function ProjectPage() {
  const { project, documents } = Route.useLoaderData()
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
