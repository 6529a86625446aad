/**
 * The error family: every way in which this product says no, with a real HTTP status and a
 * stable code. Nothing else reaches a client (see `middleware/errors.ts`): an unknown error
 * becomes `internal` with an id to quote, never a message, a stack or a query.
 *
 * Refusals are deliberately poor in detail. A person learns what to do next; somebody probing
 * learns nothing that the status did not already say.
 */
import type { Permission } from './permissions'

export const ERROR_STATUS = {
  invalid_input: 400,
  malformed_request: 400,
  unauthenticated: 401,
  feature_not_in_plan: 402,
  quota_exceeded: 402,
  csrf: 403,
  forbidden: 403,
  no_membership: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  organization_changed: 409,
  payload_too_large: 413,
  misdirected_request: 421,
  rate_limited: 429,
  internal: 500,
  unavailable: 503,
} as const satisfies Record<string, number>

export type ErrorCode = keyof typeof ERROR_STATUS

/** What a refusal may tell besides its code. Every field is safe to show to anyone who got it. */
export interface ErrorDetails {
  /** The permission that was missing: the person may ask for it. */
  readonly permission?: Permission
  /** Which inputs were wrong, or taken, by path. Never the values. */
  readonly issues?: readonly { readonly path: string; readonly message: string }[]
  /** The plan that would allow it. */
  readonly plan?: string
  /** The plan feature or quota that said no. */
  readonly limit?: string
  /** Seconds after which to try again. */
  readonly retryAfter?: number
  /** The methods that the address takes instead. */
  readonly allow?: string
  /** The id under which the server logged what happened. */
  readonly incident?: string
}

/**
 * One of the family. Serialized to the client with its code, status and details and nothing
 * else, so `error.code` is the same on both sides of the wire.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message)
    this.code = code
    this.details = details
  }

  get status(): number {
    return ERROR_STATUS[this.code]
  }
}

/** @returns true for a member of the family (and only then is its message meant for people). */
export function isAppError(error: unknown): error is AppError {
  return error instanceof AppError
}

export const unauthenticated = (): AppError =>
  new AppError('unauthenticated', 'Sign in to continue.')

export const noMembership = (): AppError =>
  new AppError('no_membership', 'You are not an active member of this organization.')

export const forbidden = (permission: Permission): AppError =>
  new AppError('forbidden', 'Your roles do not allow this. Ask an admin for access.', {
    permission,
  })

/** Refused although a permission is held: acting above one's own rights, or against a rule. */
export const forbiddenBecause = (message: string): AppError => new AppError('forbidden', message)

/** One text for "is not there" and "you may not know": the two must be byte-identical. */
export const notFound = (): AppError => new AppError('not_found', 'This does not exist here.')

export const conflict = (message: string): AppError => new AppError('conflict', message)

/** A conflict over one field of the input, which the form shows beside it. */
export const taken = (path: string, message: string): AppError =>
  new AppError('conflict', message, { issues: [{ path, message }] })

export const organizationChanged = (): AppError =>
  new AppError(
    'organization_changed',
    'You switched to another organization elsewhere. Reload the page to go on.',
  )

export const invalidInput = (issues: NonNullable<ErrorDetails['issues']>): AppError =>
  new AppError('invalid_input', 'Some of the input is not valid.', { issues })

export const featureNotInPlan = (limit: string, plan: string): AppError =>
  new AppError('feature_not_in_plan', 'Your plan does not include this.', { limit, plan })

export const quotaExceeded = (limit: string, plan: string | undefined): AppError =>
  new AppError('quota_exceeded', 'Your plan has reached its limit.', { limit, plan })

export const methodNotAllowed = (allow: string): AppError =>
  new AppError('method_not_allowed', 'This address takes another method.', { allow })

export const rateLimited = (retryAfter: number): AppError =>
  new AppError('rate_limited', 'Too many attempts. Wait a little and try again.', { retryAfter })

export const unavailable = (retryAfter?: number): AppError =>
  new AppError(
    'unavailable',
    'The service cannot answer right now. Try again in a moment.',
    retryAfter === undefined ? {} : { retryAfter },
  )

export const internal = (incident: string): AppError =>
  new AppError('internal', `Something went wrong. Quote ${incident} if you ask for help.`, {
    incident,
  })
