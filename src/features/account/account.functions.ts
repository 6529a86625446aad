/** The entrances to one's own account: made, entered again and kept. Being signed in is all they take. */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { publicAccess } from '~/middleware/public'
import { authMiddleware } from '~/middleware/session'
import {
  addressSchema,
  changePasswordSchema,
  confirmAddressSchema,
  resetPasswordSchema,
  revokeSessionSchema,
  signUpSchema,
  updateAccountSchema,
} from './account.schema'
import * as logic from './account.server'
import * as passwords from './passwords.server'
import * as entering from './sign-up.server'

/** Who I am, where I work, what I may do there: what guards and screens go by. */
export const getViewer = createServerFn({ method: 'GET' })
  .middleware([authMiddleware])
  .validator(accept(nothing))
  .handler(({ context }) => logic.getViewer(context.session))

export const updateAccount = createServerFn({ method: 'POST' })
  .middleware([authMiddleware])
  .validator(accept(updateAccountSchema))
  .handler(({ context, data }) => logic.updateAccount(context.principal, data.name))

export const listSessions = createServerFn({ method: 'GET' })
  .middleware([authMiddleware])
  .validator(accept(nothing))
  .handler(({ context }) => logic.listSessions(context.principal))

export const revokeSession = createServerFn({ method: 'POST' })
  .middleware([authMiddleware])
  .validator(accept(revokeSessionSchema))
  .handler(({ context, data }) => logic.revokeSession(context.principal, data.sessionId))

export const revokeOtherSessions = createServerFn({ method: 'POST' })
  .middleware([authMiddleware])
  .validator(accept(nothing))
  .handler(({ context }) => logic.revokeOtherSessions(context.principal))

export const changePassword = createServerFn({ method: 'POST' })
  .middleware([authMiddleware])
  .validator(accept(changePasswordSchema))
  .handler(({ context, data }) => passwords.changePassword(context.principal, data))

export const signUp = createServerFn({ method: 'POST' })
  .middleware([publicAccess('who signs up has no account yet')])
  .validator(accept(signUpSchema))
  .handler(({ data }) => entering.signUp(data))

export const sendConfirmation = createServerFn({ method: 'POST' })
  .middleware([publicAccess('an account is of no use before its address is confirmed')])
  .validator(accept(addressSchema))
  .handler(({ data }) => entering.sendConfirmation(data.email))

export const confirmAddress = createServerFn({ method: 'POST' })
  .middleware([publicAccess('the token of the mail and the password decide')])
  .validator(accept(confirmAddressSchema))
  .handler(({ data }) => entering.confirmAddress(data))

export const requestReset = createServerFn({ method: 'POST' })
  .middleware([publicAccess('who has forgotten a password cannot sign in')])
  .validator(accept(addressSchema))
  .handler(({ data }) => passwords.requestReset(data.email))

export const resetPassword = createServerFn({ method: 'POST' })
  .middleware([publicAccess('the token of the mail decides')])
  .validator(accept(resetPasswordSchema))
  .handler(({ data }) => passwords.resetPassword(data))
