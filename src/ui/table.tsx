/**
 * Tables with a caption. On a narrow screen the columns marked `wide` are left out. A table that
 * is too wide all the same scrolls inside its frame; then the keyboard must be able to reach it.
 */
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

export interface TableProps {
  /** What the table holds, for those who cannot see it at a glance. */
  readonly caption: string
  /** The header row's cells. */
  readonly head: ReactNode
  readonly children: ReactNode
  /** Has more columns than fit a narrow screen. */
  readonly scrolls?: boolean
}

export function Table({ caption, head, children, scrolls = false }: TableProps) {
  return (
    <div
      {...(scrolls ? { role: 'region', 'aria-label': caption, tabIndex: 0 } : {})}
      className="relative overflow-x-auto rounded-lg border border-line bg-surface shadow-raised"
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-[0.8125rem] text-ink-faint">
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-line">{children}</tbody>
      </table>
    </div>
  )
}

interface CellProps extends ComponentProps<'td'> {
  /** Left out on narrow screens: nothing that matters first. */
  readonly wide?: boolean
  readonly number?: boolean
}

const cell = ({ wide, number }: CellProps) =>
  cx('px-4 py-3 align-top', wide === true && 'max-md:hidden', number === true && 'text-right')

export function HeadCell({ wide, number, className, ...rest }: CellProps) {
  return (
    <th
      {...rest}
      scope="col"
      className={cx(cell({ wide, number }), 'py-2.5 font-medium whitespace-nowrap', className)}
    />
  )
}

/** The cell that names its row. */
export function RowHead({ wide, number, className, ...rest }: CellProps) {
  return (
    <th {...rest} scope="row" className={cx(cell({ wide, number }), 'font-medium', className)} />
  )
}

export function Cell({ wide, number, className, ...rest }: CellProps) {
  return <td {...rest} className={cx(cell({ wide, number }), 'text-ink-soft', className)} />
}
