/** The way from the top to this page, which is not part of it: the page's title says the rest. */
import type { ReactNode } from 'react'
import { dressedLink, type LinkElement } from './dressed-link'
import { Icon } from './icons'

export function Breadcrumbs({ children }: { readonly children: ReactNode }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className="flex flex-wrap items-center gap-x-1.5 text-sm text-ink-faint">{children}</ol>
    </nav>
  )
}

export function Crumb({ link, children }: CrumbProps) {
  const element = dressedLink(link, {
    className: 'rounded-sm hover:text-ink pointer-coarse:py-2.5',
    children,
  })
  return (
    <li className="inline-flex items-center gap-1.5">
      {element}
      <Icon name="right" className="size-3.5 text-line-strong" />
    </li>
  )
}

interface CrumbProps {
  readonly link: LinkElement
  readonly children: ReactNode
}
