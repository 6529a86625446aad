/**
 * Numbers and moments as people read them. By hand and not by `Intl`: its first use costs a telephone
 * a tenth of a second of every page, and a server and a browser that know different editions of its
 * tables ("Sep", "Sept") write a page that doesn't agree with itself.
 */

const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/** @returns `12,345` */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',')
}

/** @param cents of a euro, none below zero @returns `€1,249.00` */
export function euros(cents: number): string {
  return `€${grouped(Math.floor(cents / 100))}.${twoDigits(cents % 100)}`
}

/** @returns `Ada, Grace or Margaret` */
export function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`
}

/** @returns `16 Nov`, in UTC */
export function dayAndMonth(at: Date): string {
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`
}

/** @returns `16 Nov 2026`, `16 Nov 2026, 09:05` or `16 Nov 2026, 09:05:59`, in UTC */
export function inUtc(at: Date, to: 'day' | 'minute' | 'second'): string {
  const day = `${dayAndMonth(at)} ${at.getUTCFullYear()}`
  if (to === 'day') return day
  const minute = `${day}, ${twoDigits(at.getUTCHours())}:${twoDigits(at.getUTCMinutes())}`
  return to === 'minute' ? minute : `${minute}:${twoDigits(at.getUTCSeconds())}`
}

/** @returns as `inUtc`, by the reader's own clock */
export function inLocalTime(at: Date, to: 'day' | 'minute' | 'second'): string {
  return inUtc(new Date(at.getTime() - at.getTimezoneOffset() * 60_000), to)
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
