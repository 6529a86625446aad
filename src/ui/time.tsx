/**
 * A moment. The server and the first render in the browser write it in UTC, so that they agree;
 * right after that it is written in the reader's own time zone.
 */
import { useHydrated } from '@tanstack/react-router'
import { inLocalTime, inUtc } from './written'

export interface TimeProps {
  readonly at: Date
  /** With hours and minutes. */
  readonly exact?: boolean
}

export function Time({ at, exact = false }: TimeProps) {
  const written = useHydrated() ? inLocalTime : inUtc
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {written(at, exact ? 'minute' : 'day')}
    </time>
  )
}
