/** One of two to five short words, side by side: a view, a period, a theme. */
import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
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
  return (
    <RadioGroup
      aria-label={label}
      value={value}
      disabled={disabled}
      onValueChange={onChange}
      className="inline-flex max-w-full rounded-md border border-line bg-sunken p-0.5"
    >
      {segments.map((segment) => (
        <Radio.Root
          key={segment.value}
          {...marksOr({ local: true }, props)}
          value={segment.value}
          aria-label={segment.label}
          className={cx(
            'inline-flex min-h-7 cursor-default items-center justify-center gap-1.5 rounded-[0.25rem] text-[0.8125rem] font-medium',
            'text-ink-soft transition-colors select-none hover:text-ink pointer-coarse:min-h-11',
            'data-checked:bg-surface data-checked:text-ink data-checked:shadow-raised',
            'data-disabled:cursor-not-allowed data-disabled:text-ink-faint',
            iconsOnly ? 'w-8 pointer-coarse:w-11' : 'px-2.5',
          )}
        >
          {segment.icon !== undefined && <Icon name={segment.icon} className="size-3.5" />}
          {!iconsOnly && <span aria-hidden="true">{segment.label}</span>}
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
