/** What may be done to a document from the list, for who may do it. */
import { Link } from '@tanstack/react-router'
import { useAction } from '~/features/access/use-action'
import { usePermission } from '~/features/access/use-permission'
import { IconButton } from '~/ui/button'
import { Menu, MenuItem, MenuLink } from '~/ui/menu'
import { archiveDocument, publishDocument } from '../documents.functions'
import { type DocumentFilters, type ListedDocument, showListedStatus } from '../documents.queries'

export interface DocumentRowMenuProps {
  readonly asked: DocumentFilters
  readonly document: ListedDocument
}

export function DocumentRowMenu({ asked, document }: DocumentRowMenuProps) {
  const { id: documentId, title, orgId, ownerId, projectStatus, isBeyondPlan } = document
  const resource = { type: 'document', orgId, ownerId } as const
  const mayWrite = usePermission('content:write', resource)
  const mayPublish = usePermission('content:publish', resource)
  if (projectStatus === 'archived' || isBeyondPlan) return null
  if (!mayWrite && !mayPublish) return null
  return (
    <Menu align="end" trigger={<IconButton label={`Actions for ${title}`} icon="more" />}>
      {mayWrite && (
        <MenuLink link={<Link to="/documents/$documentId/edit" params={{ documentId }} />}>
          Edit
        </MenuLink>
      )}
      {mayPublish && <StatusItems asked={asked} document={document} />}
    </Menu>
  )
}

function StatusItems({ asked, document: { id: documentId, status } }: DocumentRowMenuProps) {
  const isPublished = status === 'published'
  const isArchived = status === 'archived'
  const publishing = useAction(publishDocument, {
    done: isPublished ? 'Taken back to draft' : 'Published',
    optimistic: (client, { data: { published } }) =>
      showListedStatus(client, asked, documentId, published ? 'published' : 'draft'),
  })
  const archiving = useAction(archiveDocument, {
    done: isArchived ? 'Restored as a draft' : 'Archived',
    optimistic: (client, { data: { archived } }) =>
      showListedStatus(client, asked, documentId, archived ? 'archived' : 'draft'),
  })
  return (
    <>
      {!isArchived && (
        <MenuItem
          fn="documents.publishDocument"
          onSelect={() => void publishing.run({ data: { documentId, published: !isPublished } })}
        >
          {isPublished ? 'Unpublish' : 'Publish'}
        </MenuItem>
      )}
      <MenuItem
        fn="documents.archiveDocument"
        onSelect={() => void archiving.run({ data: { documentId, archived: !isArchived } })}
      >
        {isArchived ? 'Restore' : 'Archive'}
      </MenuItem>
    </>
  )
}
