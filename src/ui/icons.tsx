/** The few signs that pages use. Always decoration: the word beside them carries the meaning. */
import { cx } from './cx'

const PATHS = {
  check: 'M4 12.5l5 5L20 6.5',
  minus: 'M6 12h12',
  cross: 'M6 6l12 12M18 6L6 18',
  updown: 'M8 10l4-4 4 4M8 14l4 4 4-4',
} as const satisfies Record<string, string>

export interface IconProps {
  readonly name: keyof typeof PATHS
  readonly className?: string
}

export function Icon({ name, className }: IconProps) {
  return (
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={2.25}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={cx('inline-block shrink-0', className ?? 'size-4')}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
