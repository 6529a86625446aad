/** What may be done to a document, for who may do it: its owner may edit, whatever their roles. */
import { Link, useNavigate } from '@tanstack/react-router'
import { Can } from '~/features/access/can'
import { useAction } from '~/features/access/use-action'
import { Button, buttonClass } from '~/ui/button'
import { ConfirmDialog } from '~/ui/confirm-dialog'
import { archiveDocument, deleteDocument, publishDocument } from '../documents.functions'
import { showDocumentStatus } from '../documents.queries'
import type { DocumentDetails } from './document-view'

interface DocumentProps {
  readonly document: DocumentDetails
}

export function DocumentActions({ document }: DocumentProps) {
  const { id, orgId, ownerId } = document
  const resource = { type: 'document', orgId, ownerId } as const
  // Read and not changed; the page says so.
  if (document.projectStatus === 'archived') return null
  if (document.isBeyondPlan) {
    return (
      <Can permission="content:delete" resource={resource}>
        <DeleteDocument document={document} />
      </Can>
    )
  }
  return (
    <>
      <Can permission="content:write" resource={resource}>
        <Link
          to="/documents/$documentId/edit"
          params={{ documentId: id }}
          className={buttonClass()}
        >
          Edit
        </Link>
      </Can>
      <Can permission="content:publish" resource={resource}>
        <PublishDocument document={document} />
        <ArchiveDocument document={document} />
      </Can>
      <Can permission="content:delete" resource={resource}>
        <DeleteDocument document={document} />
      </Can>
    </>
  )
}

function PublishDocument({ document }: DocumentProps) {
  const isPublished = document.status === 'published'
  const { run, pending } = useAction(publishDocument, {
    done: isPublished ? 'Taken back to draft' : 'Published',
    optimistic: (client, { data: { documentId, published } }) =>
      showDocumentStatus(client, documentId, published ? 'published' : 'draft'),
  })
  if (document.status === 'archived') return null
  return (
    <Button
      look={isPublished ? 'secondary' : 'primary'}
      fn="documents.publishDocument"
      pending={pending}
      onClick={() => run({ data: { documentId: document.id, published: !isPublished } })}
    >
      {isPublished ? 'Unpublish' : 'Publish'}
    </Button>
  )
}

function ArchiveDocument({ document }: DocumentProps) {
  const isArchived = document.status === 'archived'
  const { run, pending } = useAction(archiveDocument, {
    done: isArchived ? 'Restored as a draft' : 'Archived',
    optimistic: (client, { data: { documentId, archived } }) =>
      showDocumentStatus(client, documentId, archived ? 'archived' : 'draft'),
  })
  return (
    <Button
      fn="documents.archiveDocument"
      pending={pending}
      onClick={() => run({ data: { documentId: document.id, archived: !isArchived } })}
    >
      {isArchived ? 'Restore' : 'Archive'}
    </Button>
  )
}

function DeleteDocument({ document }: DocumentProps) {
  const navigate = useNavigate()
  const { run, pending } = useAction(deleteDocument, {
    done: `“${document.title}” deleted`,
    onDone: () => navigate({ to: '/documents' }),
  })
  return (
    <ConfirmDialog
      label="Delete"
      title={`Delete “${document.title}”?`}
      description="It is gone for everybody. This cannot be undone."
      confirmLabel="Delete document"
      fn="documents.deleteDocument"
      pending={pending}
      onConfirm={() => run({ data: { documentId: document.id } })}
    />
  )
}
