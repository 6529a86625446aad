/**
 * Which of Better Auth's endpoints are served. Everything else it would mount (sign-up,
 * update-session, delete-user and some thirty more) answers 404; the rejection suite has a row
 * for each of them.
 */
const SERVED: ReadonlySet<string> = new Set(['POST /sign-in/email', 'POST /sign-out'])

export const AUTH_BASE_PATH = '/api/auth'

/**
 * @param method the request's method
 * @param pathname the request's path, with the base path
 */
export function isServedAuthEndpoint(method: string, pathname: string): boolean {
  if (!pathname.startsWith(`${AUTH_BASE_PATH}/`)) return false
  return SERVED.has(`${method} ${pathname.slice(AUTH_BASE_PATH.length)}`)
}
