/**
 * What a list can be asked for: words, a state, an order, a page. Each filter is one reader, and
 * there is no other: an address is read with it leniently, in the browser and before the page is
 * there (so it must not need a validation library), and a call's input strictly (see list.schema.ts).
 */

/** @returns the value as it counts, or undefined for what the filter doesn't accept */
export type Reader<Value> = (value: unknown) => Value | undefined

export type Readers = Readonly<Record<string, Reader<string> | Reader<number>>>

/** What readers make of an address: every key, if need be undefined. */
export type Asked<R extends Readers> = { [Key in keyof R]?: Exclude<ReturnType<R[Key]>, undefined> }

const MOST_CHARACTERS = 100

/** Words to look for, wherever they are in a name and in whatever case. */
export const words: Reader<string> = (value) => {
  if (typeof value !== 'string') return undefined
  const text = value.trim()
  return text.length <= MOST_CHARACTERS ? text : undefined
}

/** One of a few words. */
export function oneOf<const Word extends string>(...known: readonly Word[]): Reader<Word> {
  return (value) => known.find((word) => word === value)
}

function wholeNumber(least: number, most: number): Reader<number> {
  return (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? value
      : undefined
}

/**
 * Which page. Whoever would go further than this looks for words instead: what lies before a page
 * is read to be skipped.
 */
export const pageNumber: Reader<number> = wholeNumber(1, 400)

/** The number of a row, to go on from. */
export const position: Reader<number> = wholeNumber(1, Number.MAX_SAFE_INTEGER)

const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

export const id: Reader<string> = (value) =>
  typeof value === 'string' && ID.test(value) ? value : undefined

/** A day that there is, as `2026-11-22`. */
export const day: Reader<string> = (value) => {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return undefined
  const date = new Date(`${value}T00:00:00Z`)
  // The thirtieth of February is read as a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : undefined
}

/**
 * Reads an address: what a filter doesn't accept counts as not said, so that a link that was cut
 * or written by hand still opens its page.
 *
 * The router lays what is returned *over* what the address held, so every key is returned, if need
 * be as undefined: one that was left out would keep its raw value.
 */
export function addressReader<R extends Readers>(filters: R) {
  return (raw: Readonly<Record<string, unknown>>): Asked<R> =>
    // Object.fromEntries forgets which keys it was given; they are the filters'.
    Object.fromEntries(
      Object.entries(filters).map(([key, read]) => [key, lenient(read, raw[key])]),
    ) as Asked<R>
}

function lenient(read: Reader<string> | Reader<number>, value: unknown): unknown {
  // The router reads `?search=2026` as a number; to a person it is the word they looked for.
  const asText = typeof value === 'number' ? read(String(value)) : undefined
  return read(value) ?? asText
}
