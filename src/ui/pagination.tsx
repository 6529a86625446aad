/** The pages of a list, as links: each has an address. */
import { useRender } from '@base-ui/react/use-render'
import type { ReactElement, ReactNode } from 'react'
import { buttonClass } from './button'
import { cx } from './cx'
import { Icon } from './icons'

export interface PaginationProps {
  /** What is paged: `Pages of members`. */
  readonly label: string
  /** `1–20 of 143` */
  readonly summary: ReactNode
  /** The link to the page before; without one this is the first. */
  readonly previous?: ReactElement
  /** The link to the page after; without one this is the last. */
  readonly next?: ReactElement
}

export function Pagination({ label, summary, previous, next }: PaginationProps) {
  return (
    <nav aria-label={label} className="mt-3 flex items-center justify-between gap-4">
      <p className="text-[0.8125rem] text-ink-faint">{summary}</p>
      <div className="flex gap-2">
        <Step link={previous}>
          <Icon name="left" className="size-3.5" />
          Previous
        </Step>
        <Step link={next}>
          Next
          <Icon name="right" className="size-3.5" />
        </Step>
      </div>
    </nav>
  )
}

function Step({ link, children }: StepProps) {
  const look = buttonClass('secondary', 'small')
  const element = useRender({ render: link ?? <span />, props: { className: look, children } })
  if (link !== undefined) return element
  // Stays in its place, so that nothing moves on the way through the pages.
  return (
    <span
      aria-hidden="true"
      className={cx(look, 'pointer-events-none border-line! bg-transparent! text-ink-faint!')}
    >
      {children}
    </span>
  )
}

interface StepProps {
  readonly link: ReactElement | undefined
  readonly children: ReactNode
}
