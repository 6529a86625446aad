/**
 * The explicit check: may I do this in an organization of mine? It takes the organization's id, as
 * switching does, and verifies the membership. An answer opens nothing: gates ask for themselves.
 */
import { createServerFn } from '@tanstack/react-start'
import { accept } from '~/middleware/input'
import { authMiddleware } from '~/middleware/session'
import { checkSchema, checkSeveralSchema } from './checks.schema'
import * as logic from './checks.server'

export const check = createServerFn({ method: 'GET' })
  .middleware([authMiddleware])
  .validator(accept(checkSchema))
  .handler(({ context, data }) => logic.check(context.principal, data))

export const checkAny = createServerFn({ method: 'GET' })
  .middleware([authMiddleware])
  .validator(accept(checkSeveralSchema))
  .handler(({ context, data }) => logic.checkAny(context.principal, data))

export const checkAll = createServerFn({ method: 'GET' })
  .middleware([authMiddleware])
  .validator(accept(checkSeveralSchema))
  .handler(({ context, data }) => logic.checkAll(context.principal, data))
