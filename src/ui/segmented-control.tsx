/** One of two to five short words, side by side: a view, a period, a theme. */
import { useId } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icons'
import { type Marks, marksOr } from './marks'

export interface Segment<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly icon?: IconName
}

export interface SegmentedControlProps<Value extends string> extends Marks {
  readonly label: string
  readonly segments: readonly Segment<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** The words are for those who can't see the icons only. */
  readonly iconsOnly?: boolean
  readonly disabled?: boolean
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, segments, value, onChange, iconsOnly = false, disabled } = props
  const name = useId()
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="inline-flex max-w-full rounded-md border border-line bg-sunken p-0.5"
    >
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={cx(
            'relative inline-flex min-h-7 cursor-default items-center justify-center gap-1.5 rounded-sm text-small font-medium',
            'text-ink-soft transition-colors select-none hover:text-ink pointer-coarse:min-h-11',
            'has-checked:bg-surface has-checked:text-ink has-checked:shadow-raised',
            'has-disabled:cursor-not-allowed has-disabled:text-ink-faint',
            iconsOnly ? 'w-8 pointer-coarse:w-11' : 'px-2.5',
          )}
        >
          {/* Over the whole segment, so that its outline is the segment's when it has the focus. */}
          <input
            {...marksOr({ local: true }, props)}
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            disabled={disabled}
            aria-label={segment.label}
            onChange={() => onChange(segment.value)}
            className="absolute inset-0 cursor-[inherit] appearance-none rounded-sm"
          />
          {segment.icon !== undefined && <Icon name={segment.icon} className="size-3.5" />}
          {!iconsOnly && <span aria-hidden="true">{segment.label}</span>}
        </label>
      ))}
    </div>
  )
}
