/**
 * What a database error means to the person who caused it. Nothing of the error itself (table,
 * constraint, query, parameters) is passed on.
 */
import { type AppError, conflict, invalidInput, isAppError, taken, unavailable } from '~/authz'

/** Constraint → what to tell, for the rules that the database itself enforces. */
const RULES: Readonly<Record<string, string>> = {
  organization_keeps_an_owner: 'An organization keeps at least one active owner.',
}

/** Unique index → the field that is taken. */
const TAKEN: Readonly<Record<string, readonly [path: string, message: string]>> = {
  roles_key: ['slug', 'This slug is taken.'],
  roles_name: ['name', 'There is a role of this name.'],
}

const UNREACHABLE =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|Connection terminated|timeout exceeded when trying to connect|Query read timeout/

/**
 * @param error whatever was thrown, possibly wrapped by drizzle
 * @returns the member of the error family it means, or undefined when it isn't the database's
 */
export function databaseFailure(error: unknown): AppError | undefined {
  if (isAppError(error)) return error
  const cause = rootCause(error)
  const code = textOf(cause, 'code')
  const message = cause instanceof Error ? cause.message : ''
  if (code === '' && UNREACHABLE.test(message)) return unavailable()
  if (UNREACHABLE.test(code)) return unavailable()
  if (/^(08|57P|53)/.test(code) || code === '57014' || code === '55P03') return unavailable()
  if (code === '40P01' || code === '40001') {
    return conflict('Somebody changed this at the same moment. Try again.')
  }
  // Text that cannot be stored, such as a NUL: the input is at fault, whoever let it through.
  if (code.startsWith('22')) return invalidInput([])
  const constraint = textOf(cause, 'constraint')
  if (code === '23505') {
    const field = TAKEN[constraint]
    return field === undefined
      ? conflict('Something with this name exists already.')
      : taken(...field)
  }
  const rule = RULES[constraint]
  if (code === '23514' && rule !== undefined) return conflict(rule)
  if (code === '23503' || code === '23001') {
    return conflict('Something this depends on is gone, or still in use.')
  }
  return undefined
}

function rootCause(error: unknown): unknown {
  let current = error
  for (let depth = 0; depth < 5 && current instanceof Error && current.cause; depth += 1) {
    current = current.cause
  }
  return current
}

function textOf(value: unknown, key: string): string {
  if (typeof value !== 'object' || value === null || !(key in value)) return ''
  const found = Reflect.get(value, key)
  return typeof found === 'string' ? found : ''
}
