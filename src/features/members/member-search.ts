/** How the list of members is narrowed, ordered and paged, as its address says it. */
import { addressReader } from '~/features/access/list-filters'
import { memberFilters } from './members.filters'

export const memberSearch = addressReader(memberFilters)

export type MemberSearch = ReturnType<typeof memberSearch>
