import { createFileRoute, Link } from '@tanstack/react-router'
import { BeyondPlan } from '~/features/access/within-plan'
import { guardPermission } from '~/features/access/guard'
import { load } from '~/features/access/load'
import { DocumentEditor } from '~/features/documents/components/document-editor'
import { ProjectCrumbs } from '~/features/documents/components/project-crumbs'
import { documentQuery } from '~/features/documents/documents.queries'
import { ArchivedProject } from '~/features/projects/components/archived-project'
import { Breadcrumbs, Crumb } from '~/ui/breadcrumbs'
import { PageHeader } from '~/ui/page-header'
import { pageTitle } from '../../../-shell/page-title'

export const Route = createFileRoute('/_authed/_member/documents/$documentId/edit')({
  loader: async ({ params: { documentId }, context, parentMatchPromise, location }) => {
    // An edit starts from what is saved now: from a moment ago it would end in a conflict.
    const document = await load(
      () => context.queryClient.query({ ...documentQuery(documentId), staleTime: 0 }),
      location,
    )
    const { orgId, ownerId } = document
    const resource = { type: 'document', orgId, ownerId } as const
    await guardPermission(parentMatchPromise, 'content:write', location, resource)
    return document
  },
  head: ({ loaderData }) => pageTitle(`Edit ${loaderData?.title ?? 'document'}`),
  component: EditDocumentPage,
})

function EditDocumentPage() {
  // What the loader read, not what is read since: the form must not start anew under the typing.
  const document = Route.useLoaderData()
  return (
    <>
      <PageHeader
        above={
          <Breadcrumbs>
            <ProjectCrumbs projectId={document.projectId} projectName={document.projectName} />
            <Crumb link={<Link to="/documents/$documentId" params={{ documentId: document.id }} />}>
              {document.title}
            </Crumb>
          </Breadcrumbs>
        }
        title="Edit document"
      />
      <Content document={document} />
    </>
  )
}

function Content({ document }: { readonly document: ReturnType<typeof Route.useLoaderData> }) {
  if (document.projectStatus === 'archived') return <ArchivedProject />
  if (document.isBeyondPlan) return <BeyondPlan quota="projects" what="What is in this one" />
  return <DocumentEditor key={document.id} document={document} />
}
