/** What pages read of projects, and what they show before the server has answered. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { addressReader } from '~/features/access/list-filters'
import { showAtOnce } from '~/features/access/show-at-once'
import { getProject, listProjects } from './projects.functions'
import { projectFilters } from './projects.filters'
import type { listProjectsSchema } from './projects.schema'

/** How the list is narrowed and ordered. */
export type ProjectFilters = NonNullable<z.input<typeof listProjectsSchema>>
export type ProjectPage = Awaited<ReturnType<typeof listProjects>>
export type ListedProject = ProjectPage['rows'][number]

/** What an address asks of the list. */
export const projectFiltersIn = addressReader(projectFilters)

export const projectsQuery = (filters: ProjectFilters = {}) =>
  queryOptions({
    queryKey: ['projects', 'list', filters],
    queryFn: () => listProjects({ data: filters }),
  })

export const projectQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', 'one', projectId],
    queryFn: () => getProject({ data: { projectId } }),
  })

type Status = Awaited<ReturnType<typeof getProject>>['status']

/** Shows a project with the status that it was asked to have. @returns takes it back */
export function showProjectStatus(client: QueryClient, projectId: string, status: Status) {
  return showAtOnce(client, projectQuery(projectId).queryKey, (one) => ({ ...one, status }))
}

/** The same in a list. @returns takes it back */
export function showListedStatus(
  client: QueryClient,
  filters: ProjectFilters,
  projectId: string,
  status: Status,
) {
  return showAtOnce(client, projectsQuery(filters).queryKey, (list) => ({
    ...list,
    rows: list.rows.map((one) => (one.id === projectId ? { ...one, status } : one)),
  }))
}
