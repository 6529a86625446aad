/** Below a list: which rows these are, and the way to the others. */
import { Link } from '@tanstack/react-router'
import { Pagination } from '~/ui/pagination'

export interface ListPagesProps {
  /** `documents` */
  readonly what: string
  /** Which page it is; the first without. */
  readonly page: number | undefined
  readonly list: {
    readonly rows: readonly unknown[]
    readonly first: number
    readonly hasMore: boolean
    readonly total: number | null
  }
}

export function ListPages({ what, page = 1, list }: ListPagesProps) {
  const { rows, first, hasMore, total } = list
  const isWhole = page === 1 && !hasMore
  const all = total === null ? 'more than 1,000' : total
  return (
    <Pagination
      label={`Pages of ${what}`}
      summary={isWhole ? `All ${rows.length}` : `${first}–${first + rows.length - 1} of ${all}`}
      nothing={rows.length === 0 ? noneFound(what) : undefined}
      previous={page > 1 ? <PageLink page={page - 1} /> : undefined}
      next={hasMore ? <PageLink page={page + 1} /> : undefined}
    />
  )
}

/** For those who do not see it in the place of the rows. */
export function noneFound(what: string): string {
  return `Found no ${what}`
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
