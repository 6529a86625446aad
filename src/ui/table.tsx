/**
 * Tables with a caption. On a narrow screen the columns marked `wide` are left out. A table that
 * is too wide all the same scrolls inside its frame; then the keyboard must be able to reach it.
 */
import {
  type ComponentProps,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react'
import { cx } from './cx'
import { dressedLink, type LinkElement } from './dressed-link'
import { Icon } from './icons'

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
  const frame = useRef<HTMLDivElement>(null)
  const isWider = useIsWider(frame, scrolls)
  return (
    <div
      ref={frame}
      {...(isWider ? { role: 'region', 'aria-label': caption, tabIndex: 0 } : {})}
      className="relative overflow-x-auto rounded-lg border border-line bg-surface shadow-raised"
    >
      <table className="w-full border-collapse text-left text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="border-b border-line text-small text-ink-faint">
          <tr>{head}</tr>
        </thead>
        <tbody className="divide-y divide-line [&>tr]:transition-colors [&>tr:hover]:bg-sunken/50">
          {children}
        </tbody>
      </table>
    </div>
  )
}

/** @returns whether what is in the frame is wider than it: then it scrolls, by the keyboard too */
function useIsWider(frame: RefObject<HTMLDivElement | null>, always: boolean): boolean {
  const [isWider, setIsWider] = useState(always)
  useEffect(() => {
    const { current } = frame
    if (current === null || always) return undefined
    const observer = new ResizeObserver(() => setIsWider(current.scrollWidth > current.clientWidth))
    for (const one of [current, ...current.children]) observer.observe(one)
    return () => observer.disconnect()
  }, [frame, always])
  return isWider
}

interface CellProps extends ComponentProps<'td'> {
  /** Left out on narrow screens: nothing that matters first. `desk` is left out on a tablet too. */
  readonly wide?: boolean | 'desk'
  readonly number?: boolean
}

const box = ({ wide, number }: CellProps) =>
  cx(
    'px-3 sm:px-4',
    wide === true && 'max-md:hidden',
    wide === 'desk' && 'max-lg:hidden',
    number === true && 'text-right',
  )
const cell = (props: CellProps) => cx('py-3 align-top', box(props))

export function HeadCell({ wide, number, className, ...rest }: CellProps) {
  return (
    <th
      {...rest}
      scope="col"
      className={cx(
        'py-2.5 align-middle font-medium whitespace-nowrap',
        box({ wide, number }),
        className,
      )}
    />
  )
}

interface SortHeadCellProps extends Omit<CellProps, 'children'> {
  /** How the rows are sorted by this column, if they are. */
  readonly sorted?: 'ascending' | 'descending'
  /** The link to the same list, sorted by this column or the other way round. */
  readonly link: LinkElement
  readonly children: string
}

/** A column's head that sorts by it: a link, for the order is part of the address. */
export function SortHeadCell({ sorted, link, children, ...rest }: SortHeadCellProps) {
  const element = dressedLink(link, {
    className:
      'group inline-flex items-center gap-1 rounded-sm hover:text-ink pointer-coarse:-my-2.5 pointer-coarse:min-h-11',
    children: (
      <>
        {children}
        <Icon
          name={sorted === 'descending' ? 'sortdown' : 'sortup'}
          className={cx(
            'size-3.5 transition-opacity',
            sorted === undefined &&
              'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60',
          )}
        />
      </>
    ),
  })
  return (
    <HeadCell {...rest} aria-sort={sorted}>
      {element}
    </HeadCell>
  )
}

/** The cell that names its row. */
export function RowHead({ wide, number, className, ...rest }: CellProps) {
  return (
    <th
      {...rest}
      scope="row"
      className={cx(cell({ wide, number }), 'min-w-32 font-medium', className)}
    />
  )
}

export function Cell({ wide, number, className, ...rest }: CellProps) {
  return <td {...rest} className={cx(cell({ wide, number }), 'text-ink-soft', className)} />
}
