/** The entrances to one's own account: being signed in is all they take. */
import { createServerFn } from '@tanstack/react-start'
import { accept, nothing } from '~/middleware/input'
import { authMiddleware } from '~/middleware/session'
import { revokeSessionSchema, updateAccountSchema } from './account.schema'
import * as logic from './account.server'

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
