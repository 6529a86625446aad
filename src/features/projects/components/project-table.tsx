import { Link } from '@tanstack/react-router'
import { EmptyState } from '~/ui/empty-state'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import type { listProjects } from '../projects.functions'
import { ProjectStatus } from './project-status'

type Project = Awaited<ReturnType<typeof listProjects>>['rows'][number]

export function ProjectTable({ projects }: { readonly projects: readonly Project[] }) {
  if (projects.length === 0) {
    return <EmptyState title="No projects yet">Documents live in projects.</EmptyState>
  }
  return (
    <Table
      caption="Projects"
      head={
        <>
          <HeadCell>Name</HeadCell>
          <HeadCell>Status</HeadCell>
          <HeadCell number>Documents</HeadCell>
          <HeadCell wide>Changed</HeadCell>
        </>
      }
    >
      {projects.map(({ id, name, description, status, documents, updatedAt }) => (
        <tr key={id}>
          <RowHead>
            <Link
              to="/projects/$projectId"
              params={{ projectId: id }}
              className="hover:text-accent-text hover:underline"
            >
              {name}
            </Link>
            {description !== '' && (
              <p className="line-clamp-1 max-w-md font-normal text-ink-faint max-md:hidden">
                {description}
              </p>
            )}
          </RowHead>
          <Cell>
            <ProjectStatus status={status} />
          </Cell>
          <Cell number>{documents}</Cell>
          <Cell wide>
            <Time at={updatedAt} />
          </Cell>
        </tr>
      ))}
    </Table>
  )
}
