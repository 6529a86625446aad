/** What pages read of projects, and what they show before the server has answered. */
import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { showAtOnce } from '~/features/access/show-at-once'
import { getProject, listProjects } from './projects.functions'
import type { listProjectsSchema } from './projects.schema'

/** How the list is narrowed and ordered. */
type Filters = NonNullable<z.input<typeof listProjectsSchema>>

export const projectsQuery = (filters: Filters = {}) =>
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
