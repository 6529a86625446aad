/** A short state in a word. The dot repeats the colour; the word carries the meaning. */
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './icons'

export type Tone = 'neutral' | 'accent' | 'allowed' | 'refused' | 'limited' | 'caution'

const TONES: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-soft',
  accent: 'bg-accent-soft text-accent-text',
  allowed: 'bg-allowed-soft text-allowed',
  refused: 'bg-refused-soft text-refused',
  limited: 'bg-limited-soft text-limited',
  // To be careful about, and nothing of the three: ink, and a sign.
  caution: 'bg-highlight text-ink',
}

export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return (
    <span
      title={typeof children === 'string' ? children : undefined}
      className={cx(
        'inline-flex max-w-64 min-w-0 items-center gap-1.5 rounded-full px-2 py-0.5 align-middle text-xs font-medium',
        TONES[tone],
      )}
    >
      {tone === 'caution' && <Icon name="warning" className="size-3" />}
      <span className="truncate">{children}</span>
    </span>
  )
}

interface BadgeProps {
  readonly tone?: Tone
  readonly children: ReactNode
}
