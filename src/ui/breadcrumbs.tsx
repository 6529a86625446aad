/** The way from the top to this page, which is not part of it: the page's title says the rest. */
import type { ReactNode } from 'react'
import { dressedLink, type LinkElement } from './dressed-link'
import { Icon } from './icons'

interface BreadcrumbsProps {
  readonly label?: string
  readonly children: ReactNode
}

export function Breadcrumbs({ label = 'Breadcrumbs', children }: BreadcrumbsProps) {
  return (
    <nav aria-label={label}>
      <ol className="flex min-w-0 items-center gap-x-1.5 text-sm text-ink-faint">{children}</ol>
    </nav>
  )
}

export function Crumb({ link, children }: CrumbProps) {
  const className = 'truncate rounded-sm pointer-coarse:py-2.5'
  return (
    // The first step stays whole; those in the middle give way on a narrow screen.
    <li className="flex min-w-0 items-center gap-1.5 first:shrink-0 last:[&>svg]:hidden">
      {link === undefined ? (
        <span className={className}>{children}</span>
      ) : (
        dressedLink(link, { className: `${className} hover:text-ink`, children })
      )}
      <Icon name="right" className="size-3.5 shrink-0 text-line-strong" />
    </li>
  )
}

interface CrumbProps {
  /** Without one it only says where this is. */
  readonly link?: LinkElement
  readonly children: ReactNode
}
