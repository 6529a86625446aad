import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { useAsked } from '~/features/access/list-address'
import { viewerOf } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { PendingList } from '~/features/access/pending-list'
import { loadRoom } from '~/features/access/room.queries'
import { QuotaPrompt, WithinQuota } from '~/features/access/within-plan'
import { CreateProject } from '~/features/projects/components/create-project'
import { ProjectList } from '~/features/projects/components/project-list'
import { projectFiltersIn, projectsQuery } from '~/features/projects/projects.queries'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/projects/')({
  validateSearch: projectFiltersIn,
  // Not by `loaderDeps`: those make another page of each search, whose outline takes the place of
  // the box that somebody is typing into.
  loader: ({ context: { queryClient }, parentMatchPromise, location }) =>
    Promise.all([
      load(() => queryClient.query(projectsQuery(projectFiltersIn(location.search))), location),
      loadRoom(queryClient, viewerOf(parentMatchPromise, location), location),
    ]),
  head: () => pageTitle('Projects'),
  pendingComponent: () => <PendingList title="Projects" />,
  component: ProjectsPage,
})

function ProjectsPage() {
  const asked = useAsked(Route.useSearch(), projectFiltersIn)
  const { data: list } = useSuspenseQuery(projectsQuery(asked))
  return (
    <>
      <PageHeader
        title="Projects"
        description="What the organization’s work is grouped by."
        actions={
          <Can permission="projects:write">
            <WithinQuota quota="projects">
              <CreateProject />
            </WithinQuota>
          </Can>
        }
      />
      <Can permission="projects:write">
        <QuotaPrompt quota="projects" />
      </Can>
      <ProjectList asked={asked} list={list} />
    </>
  )
}
