/** One of many options, found by typing. */
import { Combobox as BaseCombobox } from '@base-ui/react/combobox'
import { Field } from '@base-ui/react/field'
import { type ReactNode, useState } from 'react'
import { cx } from './cx'
import { useShowsErrors } from './field-errors'
import { Icon } from './icons'
import { CONTROL, ERROR, FLOATING, HINT, ICON_BUTTON, ITEM, LABEL } from './looks'
import { marks, type Marks, marksOr, opener } from './marks'
import type { Option } from './option'

export interface ComboboxProps extends Marks {
  readonly label: string
  readonly hint?: ReactNode
  readonly options: readonly Option[]
  readonly name?: string
  /** The chosen option's value; null is none. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** Looks for what is typed elsewhere: the options are then what was found, and are not narrowed. */
  readonly onSearch?: (words: string) => void
  readonly required?: boolean
  readonly placeholder?: string
  /** Said when nothing matches. */
  readonly empty?: string
  readonly disabled?: boolean
}

export function Combobox(props: ComboboxProps) {
  const { label, hint, options, name, value, onChange, onSearch, placeholder } = props
  const { empty = 'Nothing matches.', disabled } = props
  useShowsErrors(name)
  // What was chosen need not be among what was found since.
  const [chosen, setChosen] = useState<Option | null>(null)
  return (
    <Field.Root name={name} disabled={disabled} className="flex min-w-0 flex-col gap-1.5">
      <BaseCombobox.Root
        items={options}
        required={props.required}
        value={[...options, chosen].find((option) => option?.value === value) ?? null}
        isItemEqualToValue={(one, other) => one.value === other.value}
        onValueChange={(option) => {
          setChosen(option)
          onChange(option?.value ?? null)
        }}
        filter={onSearch === undefined ? undefined : null}
        onInputValueChange={(words, { reason }) =>
          onSearch?.(reason === 'input-change' ? words : '')
        }
      >
        <Field.Label className={LABEL}>{label}</Field.Label>
        <div className="relative">
          <BaseCombobox.Input
            {...opener(props)}
            placeholder={placeholder}
            className={cx(CONTROL, 'w-full pr-16 pointer-coarse:pr-24')}
          />
          <div className="absolute inset-y-0 right-1 flex items-center">
            <BaseCombobox.Clear
              {...marksOr({ local: true }, props)}
              aria-label="Clear"
              className={cx(ICON_BUTTON, 'pointer-fine:size-7!')}
            >
              <Icon name="cross" className="size-3.5" />
            </BaseCombobox.Clear>
            <BaseCombobox.Trigger
              {...marks({ local: true })}
              aria-label={`${label}: show all`}
              className={cx(ICON_BUTTON, 'pointer-fine:size-7!')}
            >
              <Icon name="updown" className="size-3.5" />
            </BaseCombobox.Trigger>
          </div>
        </div>
        <BaseCombobox.Portal>
          <BaseCombobox.Positioner sideOffset={6} className="z-60 outline-hidden">
            <BaseCombobox.Popup
              aria-label={label}
              className={cx(
                FLOATING,
                'max-h-[min(20rem,var(--available-height))] w-(--anchor-width) overflow-y-auto p-1.5',
              )}
            >
              <BaseCombobox.Empty className="px-2.5 py-2 text-sm text-ink-faint empty:hidden">
                {empty}
              </BaseCombobox.Empty>
              <BaseCombobox.List>
                {(option: Option) => <Choice key={option.value} option={option} marked={props} />}
              </BaseCombobox.List>
            </BaseCombobox.Popup>
          </BaseCombobox.Positioner>
        </BaseCombobox.Portal>
      </BaseCombobox.Root>
      {hint !== undefined && <Field.Description className={HINT}>{hint}</Field.Description>}
      <Field.Error className={ERROR} />
    </Field.Root>
  )
}

function Choice({ option, marked }: { readonly option: Option; readonly marked: Marks }) {
  return (
    <BaseCombobox.Item
      {...marksOr({ local: true }, marked)}
      value={option}
      disabled={option.disabled}
      className={ITEM}
    >
      <span className="min-w-0 flex-1 truncate">{option.label}</span>
      {option.note !== undefined && <span className="text-xs text-ink-faint">{option.note}</span>}
      <span className="flex w-4 shrink-0 justify-end">
        <BaseCombobox.ItemIndicator>
          <Icon name="check" className="size-4 text-accent-text" />
        </BaseCombobox.ItemIndicator>
      </span>
    </BaseCombobox.Item>
  )
}
