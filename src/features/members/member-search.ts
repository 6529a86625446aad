/**
 * How the list of members is narrowed, ordered and paged, as its address says it. What the list
 * would not accept counts as not said, so that a link that was cut still opens the list. Every key
 * is returned: the router lays the result over what the address held.
 */
import type { z } from 'zod'
import { memberFilters } from './members.schema'

type Filters = typeof memberFilters
export type MemberSearch = { [Key in keyof Filters]?: z.output<Filters[Key]> }

export function memberSearch(raw: Readonly<Record<string, unknown>>): MemberSearch {
  const { search, status, roleId, sort, page } = memberFilters
  return {
    // The router reads `?search=2026` as a number.
    search: search.safeParse(typeof raw.search === 'number' ? String(raw.search) : raw.search).data,
    status: status.safeParse(raw.status).data,
    roleId: roleId.safeParse(raw.roleId).data,
    sort: sort.safeParse(raw.sort).data,
    page: page.safeParse(raw.page).data,
  }
}
