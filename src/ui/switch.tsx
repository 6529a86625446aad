/** On or off, at once: what a checkbox is for a form, a switch is for a setting. */
import { Switch as BaseSwitch } from '@base-ui/react/switch'
import { type ReactNode, useId } from 'react'
import { cx } from './cx'
import { HINT } from './looks'
import { type Marks, marksOr } from './marks'

export interface SwitchProps extends Marks {
  readonly label: string
  readonly hint?: ReactNode
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly disabled?: boolean
  /** Waiting for an answer: keeps its place and ignores presses. */
  readonly pending?: boolean
}

export function Switch(props: SwitchProps) {
  const { label, hint, checked, onChange, disabled = false, pending = false } = props
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-6 py-1.5 pointer-coarse:min-h-11">
      <div className="min-w-0">
        <label
          id={id}
          htmlFor={`${id}-switch`}
          className={cx('block text-sm font-medium', disabled && 'text-ink-faint')}
        >
          {label}
        </label>
        {hint !== undefined && (
          <p id={`${id}-hint`} className={HINT}>
            {hint}
          </p>
        )}
      </div>
      <BaseSwitch.Root
        {...marksOr({ local: true }, props)}
        id={`${id}-switch`}
        aria-labelledby={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        aria-busy={pending || undefined}
        checked={checked}
        disabled={disabled}
        readOnly={pending}
        onCheckedChange={onChange}
        className={
          'relative mt-0.5 flex h-5 w-9 shrink-0 items-center rounded-full bg-line-strong p-0.5 transition-colors ' +
          'data-checked:bg-accent data-disabled:cursor-not-allowed data-disabled:opacity-55 ' +
          'data-readonly:opacity-70 pointer-coarse:after:absolute pointer-coarse:after:-inset-3'
        }
      >
        <BaseSwitch.Thumb className="size-4 rounded-full bg-white shadow-raised transition-transform data-checked:translate-x-4" />
      </BaseSwitch.Root>
    </div>
  )
}
