/** The organization's projects: searched, narrowed, ordered, a page at a time. */
import { useAddressSearch, useListAddress } from '~/features/access/list-address'
import { ListBar } from '~/features/access/list-bar'
import { ListPages } from '~/features/access/list-pages'
import { NothingFound } from '~/features/access/nothing-found'
import { Rows } from '~/features/access/rows'
import { usePermission } from '~/features/access/use-permission'
import { EmptyState } from '~/ui/empty-state'
import { SegmentedControl } from '~/ui/segmented-control'
import type { ProjectFilters, ProjectPage } from '../projects.queries'
import { ProjectTable } from './project-table'

const STATES = [
  { value: 'all', label: 'All' },
  { value: 'active', label: 'Active' },
  { value: 'archived', label: 'Archived' },
] as const

export interface ProjectListProps {
  /** How it was asked for, as the address has it. */
  readonly asked: ProjectFilters
  readonly list: ProjectPage
}

export function ProjectList({ asked, list }: ProjectListProps) {
  const change = useListAddress()
  const now = useAddressSearch()
  const mayCreate = usePermission('projects:write')
  const { search, status, page } = asked
  if (
    list.rows.length === 0 &&
    search === undefined &&
    status === undefined &&
    page === undefined
  ) {
    return (
      <EmptyState title="No projects yet" icon="folder">
        {mayCreate
          ? 'Start one: documents live in projects.'
          : 'Documents live in projects. Whoever may write projects can start one.'}
      </EmptyState>
    )
  }
  return (
    <>
      <ListBar label="Search projects">
        <SegmentedControl
          label="Status"
          nav
          segments={STATES}
          value={STATES.find(({ value }) => value === now.status)?.value ?? 'all'}
          onChange={(value) => change({ status: value === 'all' ? undefined : value })}
        />
      </ListBar>
      <Rows>
        {list.rows.length === 0 ? (
          <NothingFound what="projects" />
        ) : (
          <ProjectTable asked={asked} projects={list.rows} />
        )}
      </Rows>
      <ListPages what="projects" page={page} list={list} />
    </>
  )
}
