/**
 * The parts of a list's query: what is looked for, in which order, which page. A list answers in
 * one statement and never reads more than a page of rows.
 */
import { asc, desc, type SQL, sql, type SQLWrapper } from 'drizzle-orm'

/** Rows on a page. */
const PAGE_SIZE = 25

/** Counting stops here: the exact number of more than this is worth nobody's wait. */
const COUNTED = 1000

/** A page of a list. */
export interface Page<Row> {
  readonly rows: readonly Row[]
  /** The place of its first row in the whole list, from 1. */
  readonly first: number
  readonly hasMore: boolean
  /** How many there are on all pages; null when more than are worth counting. */
  readonly total: number | null
}

/**
 * Contains these words, in whatever case. What LIKE takes for a pattern is looked for as it
 * stands: `%` finds a percent sign, and not everything.
 *
 * @returns undefined, no condition, for no words
 */
export function contains(words: string | undefined, ...columns: SQLWrapper[]): SQL | undefined {
  if (words === undefined || words === '') return undefined
  const pattern = `%${words.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`
  const tests = columns.map((column) => sql`${column} ilike ${pattern}`)
  return sql`(${sql.join(tests, sql` or `)})`
}

/**
 * The order that a list was asked for: `title`, or `-title` for the other way round. The id
 * settles what is equal, so that no row is on two pages and none on neither.
 */
export function inOrder<Key extends string>(
  sort: Key | `-${Key}`,
  columns: Readonly<Record<Key, SQLWrapper>>,
  id: SQLWrapper,
): SQL[] {
  const isDescending = sort.startsWith('-')
  // The only other spelling than a key's own is a minus before it.
  const column = columns[(isDescending ? sort.slice(1) : sort) as Key]
  return isDescending ? [desc(column), desc(id)] : [asc(column), asc(id)]
}

/** LIMIT and OFFSET of a page: one row more than is shown tells whether there is another page. */
export function window(page: number): { readonly limit: number; readonly offset: number } {
  return { limit: PAGE_SIZE + 1, offset: (page - 1) * PAGE_SIZE }
}

/** How many rows a query finds, as a column beside each of the page's, and only so far. */
export function countOf(found: SQLWrapper): SQL<number> {
  return sql<number>`(select count(*)::int from (${found}) found)`
}

/** What {@link countOf} counts is cut off here. */
export const COUNT_LIMIT = COUNTED + 1

/** A page from the rows of its statement, each of which carries the total. */
export function pageOf<Row extends { readonly total: number }>(
  found: readonly Row[],
  page: number,
): Page<Omit<Row, 'total'>> {
  const total = found[0]?.total ?? 0
  return {
    rows: found.slice(0, PAGE_SIZE).map(({ total: _total, ...row }) => row),
    first: window(page).offset + 1,
    hasMore: found.length > PAGE_SIZE,
    total: total > COUNTED ? null : total,
  }
}
