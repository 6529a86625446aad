/**
 * Which rows of a list are shown, and its pages as links: each has an address. What is read out of a
 * change stays in its place, empty list or full: a region that comes with its words goes unheard.
 */
import type { ReactNode } from 'react'
import { buttonClass } from './button'
import { cx } from './cx'
import { dressedLink, type LinkElement } from './dressed-link'
import { Icon } from './icons'

export interface PaginationProps {
  /** What is paged: `Pages of members`. */
  readonly label: string
  /** `1–20 of 143`; nothing where the place of the rows says that there are none. */
  readonly summary: ReactNode
  /** Says so to those who can't see it. */
  readonly nothing?: string
  /** The link to the page before; without one this is the first. */
  readonly previous?: LinkElement
  /** The link to the page after; without one this is the last. */
  readonly next?: LinkElement
  /** What the two links say, where there is no page before: `Latest` and `Older`. */
  readonly words?: readonly [string, string]
}

const WORDS = ['Previous', 'Next'] as const

export function Pagination(props: PaginationProps) {
  const { label, summary, nothing, previous, next, words = WORDS } = props
  const hasPages = previous !== undefined || next !== undefined
  return (
    <div
      // One element, whether it leads anywhere or not, so that the output in it stays.
      {...(hasPages ? { role: 'navigation', 'aria-label': label } : {})}
      className="mt-3 flex items-center justify-between gap-4"
    >
      <output className="text-small text-ink-faint">
        {nothing === undefined ? summary : <span className="sr-only">{nothing}</span>}
      </output>
      {hasPages && (
        <div className="flex gap-2">
          <Step link={previous}>
            <Icon name="left" className="size-3.5" />
            {words[0]}
          </Step>
          <Step link={next}>
            {words[1]}
            <Icon name="right" className="size-3.5" />
          </Step>
        </div>
      )}
    </div>
  )
}

function Step({ link, children }: StepProps) {
  const look = buttonClass('secondary', 'small')
  if (link !== undefined) return dressedLink(link, { className: look, children })
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
  readonly link: LinkElement | undefined
  readonly children: ReactNode
}
