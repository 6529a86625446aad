/**
 * Serves the two endpoints of Better Auth that the product uses, with our limits in front and our
 * error family around.
 */
import { AppError, notFound, unauthenticated } from '~/authz'
import { auth, CLIENT_ADDRESS_HEADER } from '~/auth/better-auth'
import { isServedAuthEndpoint } from '~/auth/endpoints'
import { countSignInAttempt } from '~/auth/sign-in-limits'
import { clientAddress } from '~/platform/address'

/**
 * @throws AppError `not_found` for every other endpoint, `rate_limited`, `malformed_request`,
 *   `payload_too_large`
 */
export async function serveAuth(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (!isServedAuthEndpoint(request.method, pathname)) throw notFound()
  const body = await request.text()
  if (pathname.endsWith('/sign-in/email')) {
    await countSignInAttempt(clientAddress(request), emailIn(body))
  }
  return translated(await auth().handler(forBetterAuth(request, body)))
}

/** The account that is tried, to count attempts by. Unreadable input is refused before that. */
function emailIn(body: string): string {
  try {
    const parsed: unknown = JSON.parse(body)
    const email: unknown = Object(parsed).email
    if (typeof email === 'string' && email !== '') return email
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
function translated(response: Response): Response {
  if (response.status < 400) {
    const headers = new Headers()
    for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie)
    return Response.json({ ok: true }, { headers })
  }
  if (response.status === 401 || response.status === 403) throw unauthenticated()
  if (response.status < 500) {
    throw new AppError('malformed_request', 'The request could not be read.')
  }
  throw new Error(`Better Auth answered ${response.status}`)
}
