/**
 * What every list takes: words to look for, and which page of what was found. The same schemas
 * read a call's input, strictly, and a page's address, leniently.
 */
import { z } from 'zod'

/** Words to look for, wherever they are in a name and in whatever case. */
export const search = z.string().trim().max(100)

/**
 * Which page. Whoever would go further than this looks for words instead: what lies before a page
 * is read to be skipped.
 */
export const page = z.int().min(1).max(400)

type Shape = Readonly<Record<string, z.ZodType>>
type Read<S extends Shape> = { [Key in keyof S]?: z.output<S[Key]> }

/**
 * Reads an address: what a schema doesn't accept counts as not said, so that a link that was cut
 * or written by hand still opens its page.
 *
 * The router lays what is returned *over* what the address held, so every key is returned, if need
 * be as undefined: one that was left out would keep its raw value.
 */
export function addressReader<S extends Shape>(shape: S) {
  return (raw: Readonly<Record<string, unknown>>): Read<S> =>
    // Object.fromEntries forgets which keys it was given; they are the shape's.
    Object.fromEntries(
      Object.entries(shape).map(([key, schema]) => [key, lenient(schema, raw[key])]),
    ) as Read<S>
}

function lenient(schema: z.ZodType, value: unknown): unknown {
  // The router reads `?search=2026` as a number; to a person it is the word they looked for.
  const text = schema.safeParse(typeof value === 'number' ? String(value) : undefined)
  const parsed = schema.safeParse(value)
  return parsed.success ? parsed.data : text.data
}
