/** Something to know before going on. */
import type { ReactNode } from 'react'
import type { Tone } from './badge'
import { cx } from './cx'

const TONES: Record<Tone, string> = {
  neutral: 'border-line bg-sunken',
  accent: 'border-transparent bg-accent-soft',
  allowed: 'border-transparent bg-allowed-soft',
  refused: 'border-transparent bg-refused-soft',
  limited: 'border-transparent bg-limited-soft',
}

export interface NoticeProps {
  readonly tone?: Tone
  readonly title: string
  readonly children?: ReactNode
  readonly action?: ReactNode
  /** Read out at once: it appeared because of something that just happened. */
  readonly live?: boolean
}

export function Notice({ tone = 'neutral', title, children, action, live = false }: NoticeProps) {
  return (
    <div
      role={live ? 'alert' : undefined}
      className={cx(
        'flex flex-wrap items-center justify-between gap-4 rounded-lg border px-5 py-4 text-sm',
        TONES[tone],
      )}
    >
      <div className="min-w-0 max-w-2xl">
        <p className="font-semibold">{title}</p>
        {children !== undefined && <div className="mt-0.5 text-ink-soft">{children}</div>}
      </div>
      {action}
    </div>
  )
}
