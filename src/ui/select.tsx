/**
 * One of a few options, in a list under a button. For more than some twenty: the combobox. The list
 * is fetched when somebody is about to open it; see stand-in.ts.
 */
import { type ReactNode, useEffect, useEffectEvent, useId } from 'react'
import { cx } from './cx'
import { Icon } from './icons'
import { HINT, LABEL, LIST_BUTTON, SMALL_LIST_BUTTON } from './looks'
import { type Marks, opener } from './marks'
import type { Option } from './option'
import { useStandIn } from './stand-in'
import { whenIdle } from './when-idle'

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

const fetchParts = () => import('./select-parts')

/** A letter too: the list goes on with what is typed. */
const opensAt = (key: string) => key.length === 1 || key === 'ArrowDown' || key === 'ArrowUp'

export function Select(props: SelectProps) {
  const { label, labelHidden = false, hint, options, name, size = 'medium' } = props
  const { fetched, before, ref, handlers, fetchIt } = useStandIn(fetchParts, opensAt)
  const id = useId()
  // In a form it also says what is missing, and a form may be sent before anybody comes near.
  const fetchEarly = useEffectEvent(fetchIt)
  const isField = name !== undefined
  useEffect(() => (isField ? whenIdle(fetchEarly) : undefined), [isField])
  if (fetched !== undefined) return <fetched.parts.LiveSelect {...props} before={before} />
  const value = props.value ?? props.defaultValue
  const chosen = options.find((option) => option.value === value)
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <span id={`${id}-label`} className={cx(LABEL, labelHidden && 'sr-only')}>
        {label}
      </span>
      {/* oxlint-disable jsx-a11y/prefer-tag-over-role, jsx-a11y/role-has-required-aria-props -- as the
          one that takes its place: a button whose list is there when it is open */}
      <button
        {...opener(props)}
        {...handlers}
        ref={ref}
        type="button"
        role="combobox"
        aria-haspopup="listbox"
        aria-expanded={false}
        aria-labelledby={`${id}-label`}
        data-placeholder={chosen === undefined ? '' : undefined}
        disabled={props.disabled}
        className={cx(LIST_BUTTON, size === 'small' && SMALL_LIST_BUTTON)}
      >
        <span className={cx('min-w-0 truncate', chosen === undefined && 'text-ink-faint')}>
          {chosen?.label ?? props.placeholder}
        </span>
        <Icon name="updown" className="size-3.5 text-ink-faint" />
      </button>
      {isField && <input type="hidden" name={name} value={value ?? ''} disabled={props.disabled} />}
      {hint !== undefined && <div className={HINT}>{hint}</div>}
    </div>
  )
}
