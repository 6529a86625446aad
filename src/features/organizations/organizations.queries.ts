/** What pages read about the organization that one works in. */
import { queryOptions } from '@tanstack/react-query'
import { getOrganization } from './organizations.functions'

export const organizationQuery = queryOptions({
  queryKey: ['organizations', 'active'],
  queryFn: () => getOrganization(),
})
