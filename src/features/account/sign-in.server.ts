/**
 * Serves the two endpoints of Better Auth that the product uses, with our limits in front and our
 * error family around.
 */
import { AppError, forbiddenBecause, notFound, unauthenticated } from '~/authz'
import { auth, CLIENT_ADDRESS_HEADER } from '~/auth/better-auth'
import { isServedAuthEndpoint } from '~/auth/endpoints'
import { countSignInAttempt } from '~/auth/sign-in-limits'
import { crossSite } from '~/middleware/csrf'
import { clientAddress } from '~/platform/address'
import { env } from '~/platform/env'

/**
 * @throws AppError `not_found` for every other endpoint, `csrf`, `rate_limited`,
 *   `malformed_request`, `payload_too_large`
 */
export async function serveAuth(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (!isServedAuthEndpoint(request.method, pathname)) throw notFound()
  assertSentByPage(request)
  const body = await request.text()
  if (!pathname.endsWith('/sign-in/email')) {
    return translated(await auth().handler(forBetterAuth(request, body)))
  }
  const credentials = credentialsIn(body)
  await countSignInAttempt(clientAddress(request), credentials.email)
  // These two alone: the library would also take a destination and a lifetime from the body.
  return translated(await auth().handler(forBetterAuth(request, JSON.stringify(credentials))))
}

/**
 * The cross-site check (middleware/csrf.ts) is content with fetch metadata. Here a request must
 * name a page of ours besides, as every browser does; said before an attempt is counted.
 */
function assertSentByPage({ headers }: Request): void {
  const page = headers.get('origin') ?? headers.get('referer') ?? ''
  if (URL.parse(page)?.origin !== env().APP_URL.origin) throw crossSite()
}

/** Who is tried, with what. Unreadable input is refused before it is counted. */
function credentialsIn(body: string): { email: string; password: unknown } {
  try {
    const parsed: unknown = JSON.parse(body)
    const { email, password }: { email: unknown; password: unknown } = Object(parsed)
    if (typeof email === 'string' && email !== '') return { email, password }
  } catch {
    // Refused below, like any other body without an address in it.
  }
  throw new AppError('malformed_request', 'The request could not be read.')
}

/** The same request with the address that we saw, whatever the client claims. */
function forBetterAuth(request: Request, body: string): Request {
  const headers = new Headers(request.headers)
  headers.set(CLIENT_ADDRESS_HEADER, clientAddress(request))
  headers.delete('content-length')
  return new Request(request.url, { method: request.method, headers, body })
}

/**
 * Better Auth's answers become ours. Its body would hand the session's token to any script on the
 * page, which HttpOnly is there to prevent, so only the cookies pass. Failures get the one shape
 * of error, without a hint whether the account exists.
 */
async function translated(response: Response): Promise<Response> {
  if (response.status < 400) {
    const headers = new Headers()
    for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie)
    return Response.json({ ok: true }, { headers })
  }
  if (response.status === 401) throw unauthenticated()
  if (response.status === 403) {
    const { code }: { code?: unknown } = Object(await response.json().catch(() => null))
    // Said only to who knows the password.
    if (code === 'EMAIL_NOT_VERIFIED') throw forbiddenBecause('Confirm your email address first.')
    // Its own look at Origin and Referer, should ours ever fail.
    throw crossSite()
  }
  if (response.status < 500) {
    throw new AppError('malformed_request', 'The request could not be read.')
  }
  throw new Error(`Better Auth answered ${response.status}`)
}
