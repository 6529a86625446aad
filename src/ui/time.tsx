/**
 * A moment. The server and the first render in the browser write it in UTC, so that they agree;
 * right after that it is written in the reader's own time zone.
 */
import { useHydrated } from '@tanstack/react-router'

const DAY: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
const MINUTE: Intl.DateTimeFormatOptions = { ...DAY, hour: '2-digit', minute: '2-digit' }

export interface TimeProps {
  readonly at: Date
  /** With hours and minutes. */
  readonly exact?: boolean
}

export function Time({ at, exact = false }: TimeProps) {
  const hydrated = useHydrated()
  const options = exact ? MINUTE : DAY
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {at.toLocaleString('en-GB', hydrated ? options : { ...options, timeZone: 'UTC' })}
    </time>
  )
}
