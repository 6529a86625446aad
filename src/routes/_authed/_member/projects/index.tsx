import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { load } from '~/features/access/load'
import { CreateProject } from '~/features/projects/components/create-project'
import { ProjectTable } from '~/features/projects/components/project-table'
import { projectsQuery } from '~/features/projects/projects.queries'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/projects/')({
  loader: ({ context, location }) =>
    load(() => context.queryClient.query(projectsQuery()), location),
  head: () => pageTitle('Projects'),
  component: ProjectsPage,
})

function ProjectsPage() {
  const { rows: projects } = useSuspenseQuery(projectsQuery()).data
  return (
    <>
      <PageHeader
        title="Projects"
        description="What the organization’s work is grouped by."
        actions={
          <Can permission="projects:write">
            <CreateProject />
          </Can>
        }
      />
      <ProjectTable projects={projects} />
    </>
  )
}
