/** A list's filters as the input of a call: strict where an address is read leniently. */
import { z } from 'zod'
import type { Reader, Readers } from './list-filters'

type Read<R> = R extends Reader<infer Value> ? Value : never

type Inputs<R extends Readers> = {
  [Key in keyof R]: z.ZodOptional<z.ZodType<Read<R[Key]>, Read<R[Key]>>>
}

/** @returns the filters as optional fields, for a `z.strictObject` */
export function inputsOf<R extends Readers>(filters: R): Inputs<R> {
  // Object.fromEntries forgets its keys, which are the filters'; and a transformation takes
  // anything, though only what the reader accepts comes through it.
  return Object.fromEntries(
    Object.entries(filters).map(([key, read]) => [key, input(read).optional()]),
  ) as unknown as Inputs<R>
}

function input(read: Reader<string> | Reader<number>) {
  return z.unknown().transform((value, context) => {
    const counts = read(value)
    if (counts === undefined) context.addIssue('This cannot be asked for.')
    return counts
  })
}
