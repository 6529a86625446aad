/** A part of a page under a heading of its own. */
import { type ReactNode, useId } from 'react'

export interface SectionProps {
  readonly level?: 2 | 4
  readonly title: string
  readonly description?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Section({ level = 2, title, description, actions, children }: SectionProps) {
  const heading = useId()
  const Title = `h${level}` as const
  return (
    <section aria-labelledby={heading} className="mb-10">
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <div>
          <Title id={heading} className="text-base font-semibold">
            {title}
          </Title>
          {description !== undefined && (
            <p className="mt-0.5 max-w-2xl text-sm text-ink-soft">{description}</p>
          )}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}

/** A framed surface for forms and facts. */
export function Panel({ children }: { readonly children: ReactNode }) {
  return (
    <div className="rounded-lg border border-line bg-surface p-5 shadow-raised">{children}</div>
  )
}
