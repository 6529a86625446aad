/** What pages read of assignments. */
import { queryOptions } from '@tanstack/react-query'
import { listAssignments } from './assignments.functions'

export const holdersQuery = (roleId: string) =>
  queryOptions({
    queryKey: ['assignments', 'role', roleId],
    queryFn: () => listAssignments({ data: { roleId } }),
  })
