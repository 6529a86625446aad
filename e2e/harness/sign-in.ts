/** Signing in and out over HTTP, through the front door. */
import { type Answer, send } from './http.ts'
import { PASSWORD } from './people.ts'

export function trySignIn(
  port: number,
  body: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return send(port, {
    method: 'POST',
    path: '/api/auth/sign-in/email',
    headers: {
      'content-type': 'application/json',
      origin: `http://localhost:${port}`,
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    body: JSON.stringify(body),
  })
}

/** @returns the Cookie header of a new session */
export async function signIn(port: number, email: string): Promise<string> {
  const answer = await trySignIn(port, { email, password: PASSWORD })
  const cookie = cookieOf(answer)
  if (answer.status !== 200 || cookie === '') {
    throw new Error(`${email} could not sign in: ${answer.status} ${answer.body}`)
  }
  return cookie
}

export async function signOut(port: number, cookie: string): Promise<void> {
  const answer = await send(port, {
    method: 'POST',
    path: '/api/auth/sign-out',
    headers: {
      'content-type': 'application/json',
      origin: `http://localhost:${port}`,
      'sec-fetch-site': 'same-origin',
      cookie,
    },
    body: '{}',
  })
  if (answer.status !== 200) throw new Error(`signing out answered ${answer.status}`)
}

/** @returns what a browser would send back, without the attributes */
export function cookieOf({ cookies }: Answer): string {
  return cookies.map((cookie) => cookie.split(';')[0] ?? '').join('; ')
}
