/** A short state in a word. The dot repeats the colour; the word carries the meaning. */
import type { ReactNode } from 'react'
import { cx } from './cx'

export type Tone = 'neutral' | 'accent' | 'allowed' | 'refused' | 'limited'

const TONES: Record<Tone, string> = {
  neutral: 'bg-sunken text-ink-soft',
  accent: 'bg-accent-soft text-accent-text',
  allowed: 'bg-allowed-soft text-allowed',
  refused: 'bg-refused-soft text-refused',
  limited: 'bg-limited-soft text-limited',
}

export function Badge({ tone = 'neutral', children }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      {children}
    </span>
  )
}

interface BadgeProps {
  readonly tone?: Tone
  readonly children: ReactNode
}
