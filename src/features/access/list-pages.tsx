/** Below a list: which rows these are, and the way to the others. */
import { Link } from '@tanstack/react-router'
import { Pagination } from '~/ui/pagination'

export interface ListPagesProps {
  /** `Pages of documents` */
  readonly label: string
  /** Which page it is; the first without. */
  readonly page: number | undefined
  readonly list: {
    readonly rows: readonly unknown[]
    readonly first: number
    readonly hasMore: boolean
    readonly total: number | null
  }
}

export function ListPages({ label, page = 1, list }: ListPagesProps) {
  const { rows, first, hasMore, total } = list
  if (rows.length === 0) return null
  if (page === 1 && !hasMore) {
    return <output className="mt-3 block text-small text-ink-faint">All {rows.length}</output>
  }
  const all = total === null ? 'more than 1,000' : total
  return (
    <Pagination
      label={label}
      summary={`${first}–${first + rows.length - 1} of ${all}`}
      previous={page > 1 ? <PageLink page={page - 1} /> : undefined}
      next={hasMore ? <PageLink page={page + 1} /> : undefined}
    />
  )
}

/** The first page is the list's plain address. */
function PageLink({ page, ...rest }: { readonly page: number }) {
  return (
    <Link
      {...rest}
      to="."
      search={(before) => ({ ...before, page: page === 1 ? undefined : page })}
    />
  )
}
