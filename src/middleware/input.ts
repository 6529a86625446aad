/**
 * How input is validated: bad input becomes 400 `invalid_input` with the paths that are wrong and
 * never their values.
 */
import { z } from 'zod'
import { invalidInput, notFound } from '~/authz'

/** The input of a function that takes none: forged keys are refused there too. */
export const nothing = z.strictObject({}).optional()

/**
 * A function's validator, from a `z.strictObject` of its whole input: unknown keys are refused,
 * and with them mass assignment.
 *
 * @throws AppError `invalid_input`
 */
export function accept<Schema extends z.ZodType>(schema: Schema) {
  return (data: z.input<Schema>): z.output<Schema> => {
    const result = schema.safeParse(data)
    if (result.success) return result.data
    throw invalidInput(
      result.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })),
    )
  }
}

/**
 * A resource gate's validator, from a `z.looseObject` of the id alone (each validator's output
 * replaces the input for the next one, so a gate lets the other fields through). What is no id
 * names nothing: the answer is the one for a thing that isn't there, so that a caller who will be
 * refused learns nothing about the input.
 *
 * @throws AppError `not_found`
 */
export function identify<Schema extends z.ZodType>(schema: Schema) {
  return (data: z.input<Schema>): z.output<Schema> => {
    if (!schema.safeParse(data).success) throw notFound()
    // The input itself and not zod's copy of it: a copy drops a `__proto__` key, which the
    // function's own validator is there to refuse. An id has no transformation to lose.
    return data as z.output<Schema>
  }
}
