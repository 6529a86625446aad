/** A state in a word, with a dot of its colour: quieter than a badge, for rows of tables. */
import type { ReactNode } from 'react'
import type { Tone } from './badge'
import { cx } from './cx'

const TONES: Record<Tone, string> = {
  neutral: 'bg-line-strong',
  accent: 'bg-accent-text',
  allowed: 'bg-allowed',
  refused: 'bg-refused',
  limited: 'bg-limited',
  caution: 'bg-ink',
}

export function StatusDot({ tone = 'neutral', children }: StatusDotProps) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span aria-hidden="true" className={cx('size-2 shrink-0 rounded-full', TONES[tone])} />
      {children}
    </span>
  )
}

interface StatusDotProps {
  readonly tone?: Tone
  readonly children: ReactNode
}
