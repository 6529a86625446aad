/**
 * What runs around every request and every server function, in order.
 *
 * Requests:  requestErrors → csrf → origin → (route or function)
 * Functions: functionErrors → organization (client side) → the function's own gates → its handler
 */
import { createSerializationAdapter } from '@tanstack/react-router'
import { createStart } from '@tanstack/react-start'
import { AppError, type ErrorCode, type ErrorDetails, isAppError } from '~/authz'
import { csrfMiddleware, originMiddleware } from '~/middleware/csrf'
import { functionErrors, requestErrors } from '~/middleware/errors'
import { organizationAssertion } from '~/middleware/organization-assertion'

/** Lets a refusal keep its code, status and details on its way to the browser. */
const appErrorAdapter = createSerializationAdapter({
  key: 'app-error',
  test: isAppError,
  toSerializable: ({ code, message, details }) => ({
    code: code as string, // widened for the wire; narrowed again below
    message,
    details: JSON.stringify(details),
  }),
  fromSerializable: ({ code, message, details }) =>
    // Only our own server writes this; the codes on both sides come from one table.
    new AppError(code as ErrorCode, message, JSON.parse(details) as ErrorDetails),
})

export const startInstance = createStart(() => ({
  serializationAdapters: [appErrorAdapter],
  requestMiddleware: [requestErrors, csrfMiddleware, originMiddleware],
  functionMiddleware: [functionErrors, organizationAssertion],
}))
