/** Who belongs here: narrowed down, sorted and paged by what the address says. */
import { Link } from '@tanstack/react-router'
import { buttonClass } from '~/ui/button'
import { EmptyState } from '~/ui/empty-state'
import { Pagination } from '~/ui/pagination'
import type { MemberSearch } from '../member-search'
import { MemberFilters } from './member-filters'
import { MemberTable } from './member-table'
import type { MemberRows, Role } from './member-types'

/** Rows on a page of the list, as the server cuts it. */
const PAGE_SIZE = 25

export interface MemberListProps {
  readonly found: MemberRows
  readonly search: MemberSearch
  /** Empty for who may not see roles. */
  readonly roles: readonly Role[]
}

export function MemberList({ found, search, roles }: MemberListProps) {
  return (
    <>
      <MemberFilters search={search} roles={roles} />
      {found.rows.length === 0 ? (
        <EmptyState title="Nobody matches" icon="search">
          <Link to="/members" className={`${buttonClass('secondary', 'small')} mt-4`}>
            Show everybody
          </Link>
        </EmptyState>
      ) : (
        <>
          <MemberTable members={found.rows} search={search} />
          <Pages found={found} search={search} />
        </>
      )}
    </>
  )
}

function Pages({ found: { rows, hasMore, total }, search }: Omit<MemberListProps, 'roles'>) {
  const page = search.page ?? 1
  const before = (page - 1) * PAGE_SIZE
  const all = total === null ? 'more than 1,000' : total
  const at = (number: number) => ({ ...search, page: number === 1 ? undefined : number })
  return (
    <Pagination
      label="Pages of members"
      summary={`${before + 1}–${before + rows.length} of ${all}`}
      previous={page > 1 ? <Link to="/members" search={at(page - 1)} /> : undefined}
      next={hasMore ? <Link to="/members" search={at(page + 1)} /> : undefined}
    />
  )
}
