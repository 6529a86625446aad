/** (a) Who is asking, where do they work and what may they do: from the cookie, at three sizes. */
import { createHmac } from 'node:crypto'
import { auth } from '~/auth/better-auth'
import { sessionCookieName, sessionTokenOf } from '~/auth/cookie'
import { sessionOf } from '~/auth/session'
import { getPool } from '~/db/client'
import { resolveSession } from '~/db/identity-door'
import { env } from '~/platform/env'
import { eightCallers, measure, type Measurement, type Rounds } from './measure'
import type { Caller } from './population'
import { statementsOf } from './statements'

export const SELECT_ONE = { name: 'bench_select_one', text: 'select 1 as one' } as const

export interface SessionResult {
  readonly memberships: number
  readonly alone: Measurement
  /** The same with eight callers at once. */
  readonly crowded: Measurement
  readonly statements: { readonly ours: number; readonly betterAuth: number }
}

export async function measureSessions(
  memberships: number,
  callers: readonly Caller[],
  rounds: Rounds,
): Promise<SessionResult> {
  const cookies = callers.map(({ token }) => cookieFor(token))
  const next = inTurn(cookies)
  const fromCookie = async () => {
    const token = sessionTokenOf(next())
    return token === undefined ? undefined : resolveSession(token, env().SESSION_ABSOLUTE_HOURS)
  }
  const gate = async () => sessionOf(new Request(env().APP_URL, { headers: { cookie: next() } }))
  const betterAuth = async () => auth().api.getSession({ headers: new Headers({ cookie: next() }) })

  const found = await fromCookie()
  if (!found?.membership?.roles[0]?.permissions.length)
    throw new Error('the session resolved to nothing')
  if (!(await betterAuth())) throw new Error('Better Auth does not know the session')

  const selectOne = { name: 'select 1, prepared', run: () => getPool().query(SELECT_ONE) }
  const subjects = [
    { name: 'cookie → principal, organization, permissions', run: fromCookie },
    { name: 'the same with the gate around it (sessionOf)', run: gate },
    { name: 'Better Auth getSession (no organization, no permissions)', run: betterAuth },
  ]
  return {
    memberships,
    alone: await measure(selectOne, subjects, rounds),
    crowded: await measure(selectOne, subjects, eightCallers(rounds)),
    statements: {
      ours: (await statementsOf(fromCookie)).count,
      betterAuth: (await statementsOf(betterAuth)).count,
    },
  }
}

/** The Cookie header of a browser that signed in. */
export function cookieFor(token: string): string {
  const signature = createHmac('sha256', env().AUTH_SECRET).update(token).digest('base64')
  return `${sessionCookieName()}=${encodeURIComponent(`${token}.${signature}`)}`
}

/** Gives the values one after the other, for ever. */
export function inTurn<Value>(values: readonly Value[]): () => Value {
  let at = 0
  return () => {
    const value = values[at % values.length]
    at += 1
    if (value === undefined) throw new Error('there is nothing to take turns with')
    return value
  }
}
