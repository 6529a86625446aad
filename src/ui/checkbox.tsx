/** One choice that is on or off, with the words beside it. */
import type { ComponentProps, ReactNode } from 'react'
import { cx } from './cx'

export interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'className'> {
  readonly label: string
  readonly hint?: ReactNode
}

export function Checkbox({ label, hint, disabled, ...rest }: CheckboxProps) {
  return (
    <label className={cx('flex gap-3 py-2', disabled === true && 'cursor-not-allowed')}>
      <input
        {...rest}
        type="checkbox"
        disabled={disabled}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <span className="min-w-0">
        <span className={cx('block text-sm font-medium', disabled === true && 'text-ink-faint')}>
          {label}
        </span>
        {hint !== undefined && (
          <span className="block text-[0.8125rem] text-ink-faint">{hint}</span>
        )}
      </span>
    </label>
  )
}
