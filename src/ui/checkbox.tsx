/** One choice that is on or off, with the words beside it. */
import { type ComponentProps, type ReactNode, useEffect, useRef } from 'react'
import { cx } from './cx'
import { HINT } from './looks'
import { type Marks, marksOr, splitMarks } from './marks'

export interface CheckboxProps
  extends Omit<ComponentProps<'input'>, 'type' | 'className' | 'ref'>, Marks {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** It stands for several, and some of them are on: a dash instead of a tick. */
  readonly indeterminate?: boolean
}

export function Checkbox(props: CheckboxProps) {
  const [, { label, hint, disabled, indeterminate = false, ...rest }] = splitMarks(props)
  const box = useRef<HTMLInputElement>(null)
  // No attribute says it: the element has to be told.
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = indeterminate
  }, [indeterminate])
  return (
    <label
      className={cx(
        'flex gap-3 py-2 pointer-coarse:min-h-11',
        disabled === true && 'cursor-not-allowed',
      )}
    >
      <input
        {...rest}
        {...marksOr({ local: true }, props)}
        ref={box}
        type="checkbox"
        disabled={disabled}
        className="mt-[0.1875rem] size-4 shrink-0 rounded-sm accent-accent aria-invalid:outline-2 aria-invalid:outline-refused"
      />
      <span className="min-w-0">
        <span className={cx('block text-sm font-medium', disabled === true && 'text-ink-faint')}>
          {label}
        </span>
        {hint !== undefined && <span className={cx('block', HINT)}>{hint}</span>}
      </span>
    </label>
  )
}
