/**
 * The one way in which input is validated: bad input becomes 400 `invalid_input` with the paths
 * that are wrong and never their values.
 */
import type { z } from 'zod'
import { invalidInput } from '~/authz'

/**
 * A validator for `.validator()` from a zod schema.
 *
 * A gate takes a `z.looseObject` (each validator's output replaces the input for the next one, so
 * a gate must let the other fields through); a function takes a `z.strictObject` of its whole
 * input, which refuses unknown keys and with them mass assignment.
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
