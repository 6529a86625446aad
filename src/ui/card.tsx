/** One thing with a heading, what it holds, and what may be done about it. */
import { type ReactNode, useId } from 'react'
import { cx } from './cx'

export interface CardProps {
  readonly title: string
  readonly description?: ReactNode
  /** Beside the heading. */
  readonly actions?: ReactNode
  readonly children?: ReactNode
  /** Below a hairline: the way to more, or the buttons of a form. */
  readonly footer?: ReactNode
  /** The one among several that is meant. */
  readonly marked?: boolean
}

export function Card(props: CardProps) {
  const { title, description, actions, children, footer, marked = false } = props
  const heading = useId()
  return (
    <section
      aria-labelledby={heading}
      className={cx(
        'flex flex-col rounded-lg border bg-surface shadow-raised',
        marked ? 'border-accent' : 'border-line',
      )}
    >
      <div className="px-5 pt-4">
        <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
          <h3 id={heading} className="min-w-0 text-sm font-semibold">
            {title}
          </h3>
          {actions}
        </div>
        {description !== undefined && (
          <p className="mt-0.5 text-small text-ink-soft">{description}</p>
        )}
      </div>
      <div className="flex-1 px-5 pt-3 pb-5">{children}</div>
      {footer !== undefined && (
        <div className="border-t border-line px-5 py-3 text-small text-ink-soft">{footer}</div>
      )}
    </section>
  )
}
