/** What pages read of members. */
import { queryOptions } from '@tanstack/react-query'
import type { z } from 'zod'
import { addressReader } from '~/features/access/list-filters'
import { memberFilters } from './members.filters'
import { getMember, listMembers } from './members.functions'
import type { listMembersSchema } from './members.schema'

/** What an address asks of the list. */
export const memberFiltersIn = addressReader(memberFilters)
export type MemberSearch = ReturnType<typeof memberFiltersIn>

/** How the list is narrowed and ordered. */
type Filters = NonNullable<z.input<typeof listMembersSchema>>

export const membersQuery = (filters: Filters = {}) =>
  queryOptions({
    queryKey: ['members', 'list', filters],
    queryFn: () => listMembers({ data: filters }),
  })

export const memberQuery = (memberId: string) =>
  queryOptions({
    queryKey: ['members', 'one', memberId],
    queryFn: () => getMember({ data: { memberId } }),
  })
