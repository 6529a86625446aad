/** The head of a column that a list can be ordered by. */
import { Link } from '@tanstack/react-router'
import { SortHeadCell } from '~/ui/table'
import type { Order } from './list-address'

export interface SortByProps {
  /** The order that its first press asks for: `title`, or `-updated` for the latest first. */
  readonly order: Order
  /** The order that the list has. */
  readonly sort: Order
  /** The order that needs no mention in the address. */
  readonly usual: Order
  readonly wide?: boolean | 'desk'
  readonly number?: boolean
  readonly children: string
}

export function SortBy({ order, sort, usual, wide, number, children }: SortByProps) {
  const isSorted = keyOf(sort) === keyOf(order)
  const next = sort === order ? reversed(order) : order
  return (
    <SortHeadCell
      wide={wide}
      number={number}
      sorted={isSorted ? (sort.startsWith('-') ? 'descending' : 'ascending') : undefined}
      link={<OrderLink sort={next === usual ? undefined : next} />}
    >
      {children}
    </SortHeadCell>
  )
}

/** Another order begins at its first page. */
function OrderLink({ sort, ...rest }: { readonly sort: Order | undefined }) {
  return (
    <Link
      {...rest}
      to="."
      resetScroll={false}
      search={(before) => ({ ...before, sort, page: undefined })}
    />
  )
}

function keyOf(order: string): string {
  return order.replace(/^-/, '')
}

function reversed(order: Order): Order {
  // Each of them can be had the other way round.
  return (order.startsWith('-') ? keyOf(order) : `-${order}`) as Order
}
