/** Signing in with a password of one's own. */
import { expect } from 'vitest'
import { type Caller, callerWith, type Transport, trySignIn } from './caller'

/** @returns somebody with the session's cookie */
export async function signInWith(
  transport: Transport,
  email: string,
  password: string,
): Promise<Caller> {
  const response = await trySignIn(transport, email, password)
  expect(response.status, `signing in as ${email}`).toBe(200)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return callerWith(transport, cookie)
}
