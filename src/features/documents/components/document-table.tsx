import { Link } from '@tanstack/react-router'
import { usePermission, useViewer } from '~/features/access/use-permission'
import { EmptyState } from '~/ui/empty-state'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import type { listDocuments } from '../documents.functions'
import { DocumentStatus } from './document-status'

type Document = Awaited<ReturnType<typeof listDocuments>>['rows'][number]

export interface DocumentTableProps {
  readonly documents: readonly Document[]
  readonly withProject?: boolean
}

export function DocumentTable({ documents, withProject = true }: DocumentTableProps) {
  const { userId } = useViewer()
  const readsAll = usePermission('content:read')
  if (documents.length === 0) {
    return <EmptyState title={readsAll ? 'No documents yet' : 'No documents that you may read'} />
  }
  return (
    <Table
      caption="Documents"
      head={
        <>
          <HeadCell>Title</HeadCell>
          {withProject && <HeadCell wide>Project</HeadCell>}
          <HeadCell>Status</HeadCell>
          <HeadCell wide>Owner</HeadCell>
          <HeadCell wide>Changed</HeadCell>
        </>
      }
    >
      {documents.map(({ id, title, projectName, status, ownerId, ownerName, updatedAt }) => (
        <tr key={id}>
          <RowHead>
            <Link
              to="/documents/$documentId"
              params={{ documentId: id }}
              className="hover:text-accent-text hover:underline"
            >
              {title}
            </Link>
          </RowHead>
          {withProject && <Cell wide>{projectName}</Cell>}
          <Cell>
            <DocumentStatus status={status} />
          </Cell>
          <Cell wide>{ownerId === userId ? 'You' : (ownerName ?? 'Nobody')}</Cell>
          <Cell wide>
            <Time at={updatedAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
