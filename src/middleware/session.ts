/**
 * Gate: signed in. Refuses 401 `unauthenticated` for no session, a tampered cookie, and a session
 * that was revoked or has expired. The principal comes from the database through the signed
 * cookie, never from anything else the client sent.
 */
import { createMiddleware } from '@tanstack/react-start'
import { unauthenticated } from '~/authz'
import { sessionOf } from '~/auth/session'

export const authMiddleware = createMiddleware().server(async ({ next, request }) => {
  const session = await sessionOf(request)
  if (session === null) throw unauthenticated()
  return next({ context: { session, principal: session.principal } })
})
