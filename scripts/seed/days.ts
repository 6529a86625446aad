/** Days of an organization's past. */

const DAY_MS = 86_400_000

/** Within working hours, so that the log reads like people's days. */
export function daysBefore(today: Date, days: number): Date {
  const start = new Date(today.getTime() - days * DAY_MS)
  start.setUTCHours(8 + (days % 9), (days * 17) % 60, 0, 0)
  return start < today ? start : new Date(today.getTime() - 60_000)
}
