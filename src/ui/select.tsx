/** One of a few options, in a list under a button. For more than some twenty: the combobox. */
import { Field } from '@base-ui/react/field'
import { Select as BaseSelect } from '@base-ui/react/select'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './icons'
import { CONTROL, ERROR, FLOATING, HINT, ITEM, LABEL } from './looks'
import { type Marks, marksOr, opener } from './marks'
import type { Option } from './option'

export interface SelectProps extends Marks {
  readonly label: string
  /** Keeps the label for those who can't see, where the place says it all: in a row of filters. */
  readonly labelHidden?: boolean
  readonly hint?: ReactNode
  readonly options: readonly Option[]
  readonly name?: string
  readonly value?: string | null
  readonly defaultValue?: string
  readonly onChange?: (value: string) => void
  readonly placeholder?: string
  readonly required?: boolean
  readonly disabled?: boolean
  readonly size?: 'small' | 'medium'
}

export function Select(props: SelectProps) {
  const { label, labelHidden = false, hint, options, name, onChange, placeholder } = props
  const { size = 'medium' } = props
  return (
    <Field.Root name={name} disabled={props.disabled} className="flex min-w-0 flex-col gap-1.5">
      <BaseSelect.Root
        items={options}
        value={props.value}
        defaultValue={props.defaultValue}
        required={props.required}
        onValueChange={(value) => {
          if (value !== null) onChange?.(value)
        }}
      >
        <BaseSelect.Label className={cx(LABEL, labelHidden && 'sr-only')}>{label}</BaseSelect.Label>
        <BaseSelect.Trigger
          {...opener(props)}
          className={cx(
            CONTROL,
            'flex w-full items-center justify-between gap-2 text-left select-none',
            size === 'small' && 'min-h-8! px-2.5! text-[0.8125rem]! pointer-coarse:min-h-11!',
          )}
        >
          <BaseSelect.Value
            placeholder={placeholder}
            className="min-w-0 truncate data-placeholder:text-ink-faint"
          />
          <Icon name="updown" className="size-3.5 text-ink-faint" />
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner
            sideOffset={6}
            alignItemWithTrigger={false}
            className="z-60 outline-hidden"
          >
            <BaseSelect.Popup
              className={cx(
                FLOATING,
                'max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1.5',
              )}
            >
              <BaseSelect.List>
                {options.map((option) => (
                  <Choice key={option.value} option={option} marked={props} />
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
      {hint !== undefined && <Field.Description className={HINT}>{hint}</Field.Description>}
      <Field.Error className={ERROR} />
    </Field.Root>
  )
}

function Choice({ option, marked }: { readonly option: Option; readonly marked: Marks }) {
  return (
    <BaseSelect.Item
      {...marksOr({ local: true }, marked)}
      value={option.value}
      disabled={option.disabled}
      className={ITEM}
    >
      <BaseSelect.ItemText className="min-w-0 flex-1 truncate">{option.label}</BaseSelect.ItemText>
      {option.note !== undefined && <span className="text-xs text-ink-faint">{option.note}</span>}
      <span className="flex w-4 shrink-0 justify-end">
        <BaseSelect.ItemIndicator>
          <Icon name="check" className="size-4 text-accent-text" />
        </BaseSelect.ItemIndicator>
      </span>
    </BaseSelect.Item>
  )
}
