/** A day, chosen in the system's own calendar. It filters a list: the address holds it. */
import { useId } from 'react'
import { CONTROL } from './looks'
import { marks } from './marks'

export interface DayFieldProps {
  readonly label: string
  /** `2026-11-22` */
  readonly value: string | undefined
  readonly onChange: (day: string | undefined) => void
}

export function DayField({ label, value = '', onChange }: DayFieldProps) {
  const id = useId()
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id} className="text-small text-ink-faint">
        {label}
      </label>
      <input
        {...marks({ nav: true })}
        id={id}
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        className={CONTROL}
      />
    </div>
  )
}
