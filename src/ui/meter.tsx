/** How much of a limit is used. */
import { Meter as BaseMeter } from '@base-ui/react/meter'
import { cx } from './cx'

export interface MeterProps {
  readonly label: string
  readonly used: number
  /** Null is no limit. */
  readonly limit: number | null
}

export function Meter({ label, used, limit }: MeterProps) {
  const words = limit === null ? `${used}, no limit` : `${used} of ${limit}`
  if (limit === null) return <Words label={label} words={words} />
  return (
    <BaseMeter.Root
      aria-label={label}
      // Of nothing at all, anything is too much: a full bar.
      value={limit === 0 ? Math.min(used, 1) : Math.min(used, limit)}
      max={Math.max(limit, 1)}
      getAriaValueText={() => words}
    >
      <Words label={label} words={words} />
      <BaseMeter.Track className="mt-2 h-1.5 overflow-hidden rounded-full bg-sunken">
        <BaseMeter.Indicator
          className={cx('rounded-full', used >= limit ? 'bg-limited' : 'bg-accent')}
        />
      </BaseMeter.Track>
    </BaseMeter.Root>
  )
}

function Words({ label, words }: { readonly label: string; readonly words: string }) {
  return (
    <p className="flex items-baseline justify-between gap-4 text-sm">
      <span className="font-medium">{label}</span>
      <span className="text-ink-soft">{words}</span>
    </p>
  )
}
