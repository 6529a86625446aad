import { useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, Link } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { CopyLink } from '~/features/access/copy-link'
import { viewerOf } from '~/features/access/guard'
import { useAsked } from '~/features/access/list-address'
import { load } from '~/features/access/load'
import { loadRoom } from '~/features/access/room.queries'
import { BeyondPlan, QuotaPrompt, WithinQuota } from '~/features/access/within-plan'
import { DocumentList } from '~/features/documents/components/document-list'
import { documentFiltersIn, documentsQuery } from '~/features/documents/documents.queries'
import { ArchivedProject } from '~/features/projects/components/archived-project'
import { ProjectActions } from '~/features/projects/components/project-actions'
import { ProjectStatus } from '~/features/projects/components/project-status'
import { projectQuery } from '~/features/projects/projects.queries'
import { buttonClass } from '~/ui/button'
import { Breadcrumbs, Crumb } from '~/ui/breadcrumbs'
import { PageHeader } from '~/ui/page-header'
import { Section } from '~/ui/section'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/projects/$projectId/')({
  validateSearch: documentFiltersIn,
  // Not by `loaderDeps`: those make another page of each search, whose outline takes the place of
  // the box that somebody is typing into.
  loader: ({ params: { projectId }, context: { queryClient }, parentMatchPromise, location }) =>
    load(async () => {
      const asked = { ...documentFiltersIn(location.search), projectId }
      // Not side by side: the page that says there is no such project would carry the list along,
      // which tells an author without a role the name of the project their document is in.
      const project = await queryClient.query(projectQuery(projectId))
      await queryClient.query(documentsQuery(asked))
      await loadRoom(queryClient, viewerOf(parentMatchPromise, location), location)
      return project
    }, location),
  head: ({ loaderData }) => pageTitle(loaderData?.name ?? 'Project'),
  component: ProjectPage,
})

function ProjectPage() {
  const { projectId } = Route.useParams()
  const asked = { ...useAsked(Route.useSearch(), documentFiltersIn), projectId }
  const { data: project } = useSuspenseQuery(projectQuery(projectId))
  const { data: list } = useSuspenseQuery(documentsQuery(asked))
  const isActive = project.status === 'active'
  const isOpen = isActive && !project.isBeyondPlan
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs>
            <Crumb link={<Link to="/projects" />}>Projects</Crumb>
          </Breadcrumbs>
        }
        title={project.name}
        beside={<ProjectStatus status={project.status} />}
        description={project.description === '' ? undefined : project.description}
        actions={
          <>
            <CopyLink />
            <ProjectActions project={project} />
          </>
        }
      />
      {!isActive && <ArchivedProject />}
      {project.isBeyondPlan && (
        <BeyondPlan quota="projects" what="This project, with what is in it," />
      )}
      {isOpen && (
        <Can permission="content:write">
          <QuotaPrompt quota="documents" />
        </Can>
      )}
      <Section
        title="Documents"
        actions={
          isOpen && (
            <Can permission="content:write">
              <WithinQuota quota="documents">
                <NewDocument projectId={projectId} />
              </WithinQuota>
            </Can>
          )
        }
      >
        <DocumentList
          asked={asked}
          list={list}
          ofProject
          whenEmpty={isOpen ? <Can permission="content:write">Write the first one.</Can> : null}
        />
      </Section>
    </>
  )
}

function NewDocument({ projectId }: { readonly projectId: string }) {
  return (
    <Link
      to="/projects/$projectId/new-document"
      params={{ projectId }}
      className={buttonClass('primary')}
    >
      New document
    </Link>
  )
}
