/** Something to know before going on. */
import type { ReactNode } from 'react'
import type { Tone } from './badge'
import { cx } from './cx'
import { Icon, type IconName } from './icons'

const TONES: Record<Tone, string> = {
  neutral: 'border-line bg-sunken',
  accent: 'border-transparent bg-accent-soft',
  allowed: 'border-transparent bg-allowed-soft',
  refused: 'border-transparent bg-refused-soft',
  limited: 'border-transparent bg-limited-soft',
  caution: 'border-line-strong/60 bg-highlight',
}

const ICONS: Record<Tone, { readonly name: IconName; readonly colour: string }> = {
  neutral: { name: 'info', colour: 'text-ink-faint' },
  accent: { name: 'info', colour: 'text-accent-text' },
  allowed: { name: 'yes', colour: 'text-allowed' },
  refused: { name: 'no', colour: 'text-refused' },
  limited: { name: 'lock', colour: 'text-limited' },
  caution: { name: 'warning', colour: 'text-ink' },
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
        'flex flex-wrap items-center justify-between gap-x-4 gap-y-3 rounded-lg border px-4 py-3.5 text-sm',
        TONES[tone],
      )}
    >
      <div className="flex min-w-0 max-w-2xl gap-3">
        <Icon name={ICONS[tone].name} className={cx('mt-0.75 size-4', ICONS[tone].colour)} />
        <div className="min-w-0">
          <p className="font-semibold">{title}</p>
          {children !== undefined && <div className="mt-0.5 text-ink-soft">{children}</div>}
        </div>
      </div>
      {action}
    </div>
  )
}
