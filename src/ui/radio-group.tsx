/** One of a few, all of them in sight, each with room to explain itself. */
import { Radio } from '@base-ui/react/radio'
import { RadioGroup as BaseRadioGroup } from '@base-ui/react/radio-group'
import { type ReactNode, useId } from 'react'
import { cx } from './cx'
import { HINT, LABEL } from './looks'
import { type Marks, marksOr } from './marks'

export interface RadioOption {
  readonly value: string
  readonly label: string
  readonly hint?: ReactNode
  readonly disabled?: boolean
}

export interface RadioGroupProps extends Marks {
  readonly label: string
  readonly options: readonly RadioOption[]
  readonly name?: string
  readonly value?: string
  readonly defaultValue?: string
  readonly onChange?: (value: string) => void
}

export function RadioGroup(props: RadioGroupProps) {
  const { label, options, name, value, defaultValue, onChange } = props
  const id = useId()
  return (
    <BaseRadioGroup
      name={name}
      value={value}
      defaultValue={defaultValue}
      onValueChange={onChange}
      aria-labelledby={id}
      className="flex flex-col gap-1"
    >
      <span id={id} className={LABEL}>
        {label}
      </span>
      {options.map((option) => (
        <label
          key={option.value}
          className={cx(
            'flex gap-3 py-1.5 pointer-coarse:min-h-11',
            option.disabled === true && 'cursor-not-allowed text-ink-faint',
          )}
        >
          <Radio.Root
            {...marksOr({ local: true }, props)}
            value={option.value}
            disabled={option.disabled}
            className={
              'mt-[0.1875rem] flex size-4 shrink-0 items-center justify-center rounded-full border border-line-strong ' +
              'bg-surface transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:bg-sunken'
            }
          >
            <Radio.Indicator className="size-1.5 rounded-full bg-on-accent" />
          </Radio.Root>
          <span className="min-w-0 text-sm">
            <span className="block">{option.label}</span>
            {option.hint !== undefined && <span className={cx('block', HINT)}>{option.hint}</span>}
          </span>
        </label>
      ))}
    </BaseRadioGroup>
  )
}
