import { Link } from '@tanstack/react-router'
import { BeyondPlanMark } from '~/features/access/within-plan'
import { SortBy } from '~/features/access/sort-by'
import { useAction } from '~/features/access/use-action'
import { usePermission } from '~/features/access/use-permission'
import { IconButton } from '~/ui/button'
import { Menu, MenuItem } from '~/ui/menu'
import { Cell, HeadCell, RowHead, Table } from '~/ui/table'
import { Time } from '~/ui/time'
import { archiveProject } from '../projects.functions'
import { type ListedProject, type ProjectFilters, showListedStatus } from '../projects.queries'
import { ProjectStatus } from './project-status'

export interface ProjectTableProps {
  readonly asked: ProjectFilters
  readonly projects: readonly ListedProject[]
}

/** The order of a list that nobody has ordered. */
const USUAL = 'name'

export function ProjectTable({ asked, projects }: ProjectTableProps) {
  const { sort = USUAL } = asked
  const mayWrite = usePermission('projects:write')
  return (
    <Table
      caption="Projects"
      head={
        <>
          <SortBy order="name" sort={sort} usual={USUAL}>
            Name
          </SortBy>
          <HeadCell className="align-middle!">Status</HeadCell>
          <HeadCell wide number className="align-middle!">
            Documents
          </HeadCell>
          <SortBy order="-updated" sort={sort} usual={USUAL} wide>
            Changed
          </SortBy>
          {mayWrite && (
            <HeadCell>
              <span className="sr-only">Actions</span>
            </HeadCell>
          )}
        </>
      }
    >
      {projects.map((project) => (
        <tr key={project.id}>
          <RowHead>
            <Link
              to="/projects/$projectId"
              params={{ projectId: project.id }}
              className="wrap-anywhere hover:text-accent-text hover:underline"
            >
              {project.name}
            </Link>
            <span className="mt-0.5 line-clamp-1 font-normal text-ink-faint">
              {project.description}
            </span>
          </RowHead>
          <Cell>
            <ProjectStatus status={project.status} />
            {project.isBeyondPlan && (
              <span className="mt-1 block">
                <BeyondPlanMark />
              </span>
            )}
          </Cell>
          <Cell wide number>
            {project.documents}
          </Cell>
          <Cell wide>
            <Time at={project.updatedAt} />
          </Cell>
          {mayWrite && (
            <Cell className="w-0 py-1.5! pl-0!">
              {!project.isBeyondPlan && <ProjectRowMenu asked={asked} project={project} />}
            </Cell>
          )}
        </tr>
      ))}
    </Table>
  )
}

function ProjectRowMenu({ asked, project }: ProjectRowMenuProps) {
  const { id: projectId, name, status } = project
  const isArchived = status === 'archived'
  const { run } = useAction(archiveProject, {
    done: isArchived ? 'Project restored' : 'Project archived',
    optimistic: (client, { data: { archived } }) =>
      showListedStatus(client, asked, projectId, archived ? 'archived' : 'active'),
  })
  return (
    <Menu align="end" trigger={<IconButton label={`Actions for ${name}`} icon="more" />}>
      <MenuItem
        fn="projects.archiveProject"
        onSelect={() => void run({ data: { projectId, archived: !isArchived } })}
      >
        {isArchived ? 'Restore' : 'Archive'}
      </MenuItem>
    </Menu>
  )
}

interface ProjectRowMenuProps {
  readonly asked: ProjectFilters
  readonly project: ListedProject
}
