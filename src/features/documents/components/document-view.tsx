/** Reading one document, with what this person may do to it. */
import type { ReactNode } from 'react'
import { CopyLink } from '~/features/access/copy-link'
import { Breadcrumbs } from '~/ui/breadcrumbs'
import { Fact, Facts } from '~/ui/facts'
import { PageHeader } from '~/ui/page-header'
import { Prose } from '~/ui/prose'
import { Time } from '~/ui/time'
import type { getDocument } from '../documents.functions'
import { DocumentActions } from './document-actions'
import { ProjectCrumbs } from './project-crumbs'
import { formerOwner } from './former-owner'
import { DocumentStatus } from './document-status'

export type DocumentDetails = Awaited<ReturnType<typeof getDocument>>

export interface DocumentViewProps {
  readonly document: DocumentDetails
  /** What there is to know about where it is. */
  readonly notice?: ReactNode
}

export function DocumentView({ document, notice }: DocumentViewProps) {
  const { projectId, projectName, title, body, status, version } = document
  return (
    <article>
      <PageHeader
        above={
          <Breadcrumbs>
            <ProjectCrumbs projectId={projectId} projectName={projectName} />
          </Breadcrumbs>
        }
        title={title}
        beside={<DocumentStatus status={status} />}
        actions={
          <>
            <CopyLink />
            <DocumentActions document={document} />
          </>
        }
      />
      {notice}
      <div className="mb-8 border-y border-line py-4">
        <Facts>
          <Fact name="Owner">{document.ownerName ?? formerOwner(document.keptName)}</Fact>
          <Fact name="Changed">
            <Time at={document.updatedAt} exact />
            {document.updatedByName !== null && `, by ${document.updatedByName}`}
          </Fact>
          {document.publishedAt !== null && (
            <Fact name="Last published">
              <Time at={document.publishedAt} exact />
            </Fact>
          )}
          <Fact name="Version">{version}</Fact>
        </Facts>
      </div>
      {body === '' ? (
        <p className="text-ink-faint">Nothing has been written yet.</p>
      ) : (
        <Prose text={body} />
      )}
    </article>
  )
}
