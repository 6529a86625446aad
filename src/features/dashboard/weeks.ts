/** Weeks as the history counts them: from Monday, in UTC, as Postgres' `date_trunc` does. */

const WEEKS = 13
const DAY = 86_400_000

/** @returns the Mondays of the last thirteen weeks, the running one last */
export function lastWeeks(now: Date): readonly Date[] {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate())
  const sinceMonday = (now.getUTCDay() + 6) % 7
  const monday = today - sinceMonday * DAY
  return Array.from({ length: WEEKS }, (_, back) => {
    return new Date(monday - (WEEKS - 1 - back) * 7 * DAY)
  })
}
