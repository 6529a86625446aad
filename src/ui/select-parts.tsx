/** The list of a select: fetched when somebody is about to open one (see select.tsx). */
import { Field } from '@base-ui/react/field'
import { Select as BaseSelect } from '@base-ui/react/select'
import { useEffect, useRef } from 'react'
import { cx } from './cx'
import { useShowsErrors } from './field-errors'
import { Icon } from './icons'
import { ERROR, FLOATING, HINT, ITEM, LABEL, LIST_BUTTON, SMALL_LIST_BUTTON } from './looks'
import { type Marks, marksOr, opener } from './marks'
import type { Option } from './option'
import type { SelectProps } from './select'
import type { Replacing } from './stand-in'

/** Opens a list with what is chosen in focus. */
const DOWN = () => new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true })

export function LiveSelect(props: SelectProps & Replacing) {
  const { label, labelHidden = false, hint, options, name, onChange, placeholder } = props
  const { size = 'medium', before } = props
  useShowsErrors(name)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const { hadFocus, pressed } = before.current
    // The button takes up what its stand-in was given.
    if (hadFocus || pressed !== undefined) button.current?.focus()
    if (pressed !== undefined) button.current?.dispatchEvent(DOWN())
  }, [before])
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
          ref={button}
          className={cx(LIST_BUTTON, size === 'small' && SMALL_LIST_BUTTON)}
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
