/** A page's heading, what it is about, and what may be done there. */
import type { ReactNode } from 'react'

export interface PageHeaderProps {
  /** A page has one title; a sample of one is further down. */
  readonly level?: 1 | 4
  readonly title: string
  /** Where this page belongs, above the title. */
  readonly above?: ReactNode
  /** Small facts beside the title: a status, a plan. */
  readonly beside?: ReactNode
  readonly description?: ReactNode
  readonly actions?: ReactNode
}

export function PageHeader({
  level = 1,
  title,
  above,
  beside,
  description,
  actions,
}: PageHeaderProps) {
  const Title = `h${level}` as const
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 max-w-2xl">
        {above !== undefined && <div className="mb-1.5 text-sm text-ink-faint">{above}</div>}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <Title className="min-w-0 text-2xl font-semibold tracking-tight">{title}</Title>
          {beside}
        </div>
        {description !== undefined && <div className="mt-1.5 text-ink-soft">{description}</div>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}
