/** What pages read of roles. */
import { queryOptions } from '@tanstack/react-query'
import { listRoles } from './roles.functions'

export const rolesQuery = queryOptions({
  queryKey: ['roles', 'list'],
  queryFn: () => listRoles(),
})
