import { Link } from '@tanstack/react-router'
import { SortBy } from '~/features/access/sort-by'
import { usePermission, useViewer } from '~/features/access/use-permission'
import { Avatar } from '~/ui/avatar'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import type { DocumentFilters, ListedDocument } from '../documents.queries'
import { DocumentRowMenu } from './document-row-menu'
import { DocumentStatus } from './document-status'
import { formerOwner } from './former-owner'

export interface DocumentTableProps {
  readonly asked: DocumentFilters
  readonly documents: readonly ListedDocument[]
  readonly ofProject: boolean
}

/** The order of a list that nobody has ordered. */
const USUAL = '-updated'

export function DocumentTable({ asked, documents, ofProject }: DocumentTableProps) {
  const { sort = USUAL } = asked
  return (
    <Table
      caption="Documents"
      head={
        <>
          <SortBy order="title" sort={sort} usual={USUAL}>
            Title
          </SortBy>
          {!ofProject && (
            <HeadCell wide="desk" className="align-middle!">
              Project
            </HeadCell>
          )}
          <HeadCell className="align-middle!">Status</HeadCell>
          <HeadCell wide className="align-middle!">
            Owner
          </HeadCell>
          <SortBy order="-updated" sort={sort} usual={USUAL} wide>
            Changed
          </SortBy>
          <HeadCell>
            <span className="sr-only">Actions</span>
          </HeadCell>
        </>
      }
    >
      {documents.map((document) => (
        <DocumentRow key={document.id} asked={asked} document={document} ofProject={ofProject} />
      ))}
    </Table>
  )
}

interface DocumentRowProps extends Pick<DocumentTableProps, 'asked' | 'ofProject'> {
  readonly document: ListedDocument
}

function DocumentRow({ asked, document, ofProject }: DocumentRowProps) {
  const { id, title, projectName, status, updatedAt } = document
  return (
    <tr>
      <RowHead>
        <Link
          to="/documents/$documentId"
          params={{ documentId: id }}
          className="wrap-anywhere hover:text-accent-text hover:underline"
        >
          {title}
        </Link>
        {!ofProject && (
          <span className="mt-0.5 block text-xs font-normal text-ink-faint lg:hidden">
            {projectName}
          </span>
        )}
      </RowHead>
      {!ofProject && (
        <Cell wide="desk">
          <ProjectName document={document} />
        </Cell>
      )}
      <Cell>
        <DocumentStatus status={status} />
      </Cell>
      <Cell wide>
        <Owner document={document} />
      </Cell>
      <Cell wide>
        <Time at={updatedAt} />
      </Cell>
      <Cell className="w-0 py-1.5! pl-0!">
        <DocumentRowMenu asked={asked} document={document} />
      </Cell>
    </tr>
  )
}

function ProjectName({ document: { projectId, projectName } }: DocumentProps) {
  const seesProjects = usePermission('projects:read')
  if (!seesProjects) return projectName
  return (
    <Link
      to="/projects/$projectId"
      params={{ projectId }}
      className="hover:text-accent-text hover:underline"
    >
      {projectName}
    </Link>
  )
}

function Owner({ document: { ownerId, ownerName, keptName } }: DocumentProps) {
  const { userId } = useViewer()
  if (ownerName === null) return <span className="text-ink-faint">{formerOwner(keptName)}</span>
  return (
    <span className="inline-flex items-center gap-2">
      {/* Where there is little room, the name has it. */}
      <span className="max-lg:hidden">
        <Avatar name={ownerName} size="small" />
      </span>
      {ownerId === userId ? 'You' : ownerName}
    </span>
  )
}

interface DocumentProps {
  readonly document: ListedDocument
}
