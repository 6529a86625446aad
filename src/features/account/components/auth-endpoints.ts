/** The two endpoints that are not server functions: signing in with a password, and signing out. */
import { AppError, rateLimited } from '~/authz'

/**
 * `wrong` covers every reason that must not be told apart: no such account, another password.
 * `unconfirmed` is said to who knows the password.
 */
export type SignInRefusal = 'wrong' | 'unconfirmed' | AppError | Error

/** @returns undefined when it worked; the session is in a cookie that no script can read */
export async function signIn(email: string, password: string): Promise<SignInRefusal | undefined> {
  try {
    const response = await post('/api/auth/sign-in/email', { email, password })
    if (response.ok) return undefined
    if (response.status === 429) return rateLimited(Number(response.headers.get('retry-after')))
    if (response.status >= 500) return new AppError('unavailable', 'Try again in a moment.')
    return (await codeIn(response)) === 'forbidden' ? 'unconfirmed' : 'wrong'
  } catch (error) {
    return error instanceof Error ? error : new Error('the request failed')
  }
}

/** Ends the session. @returns whether it worked */
export async function signOut(): Promise<boolean> {
  try {
    const response = await post('/api/auth/sign-out', {})
    return response.ok
  } catch {
    return false
  }
}

async function codeIn(response: Response): Promise<unknown> {
  const { error }: { error?: { code?: unknown } } = Object(await response.json())
  return error?.code
}

function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}
