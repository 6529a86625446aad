/** Filters that are on or off, each by itself. They change the address. */
import { Toggle } from '@base-ui/react/toggle'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './icons'
import { type Marks, marksOr } from './marks'

/** A row of them, and whatever else filters. */
export function FilterChips({ label, children }: FilterChipsProps) {
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-2">
      <legend className="sr-only">{label}</legend>
      {children}
    </fieldset>
  )
}

interface FilterChipsProps {
  readonly label: string
  readonly children: ReactNode
}

export interface FilterChipProps extends Marks {
  readonly on: boolean
  readonly onChange: (on: boolean) => void
  /** How many there are. */
  readonly count?: number
  readonly disabled?: boolean
  readonly children: ReactNode
}

export function FilterChip(props: FilterChipProps) {
  const { on, onChange, count, disabled, children } = props
  return (
    <Toggle
      {...marksOr({ nav: true }, props)}
      pressed={on}
      disabled={disabled}
      onPressedChange={onChange}
      className={cx(
        'inline-flex min-h-8 items-center gap-1.5 rounded-full border px-3 text-small font-medium transition-colors',
        'data-disabled:cursor-not-allowed data-disabled:opacity-55 pointer-coarse:min-h-11',
        on
          ? 'border-transparent bg-accent-soft text-accent-text'
          : 'border-line-strong/60 bg-surface text-ink-soft hover:border-line-strong hover:text-ink',
      )}
    >
      {on && <Icon name="check" className="-ml-0.5 size-3.5" />}
      {children}
      {count !== undefined && (
        <span className={cx('font-normal', on ? 'text-accent-text' : 'text-ink-faint')}>
          {count}
        </span>
      )}
    </Toggle>
  )
}
