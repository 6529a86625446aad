/**
 * What a request is called on the record, and whether it hides what it asks for.
 *
 * Anybody can make addresses up, and the addresses of pages hold ids and tokens: recorded as they
 * come, they would fill the record and carry secrets into it. So each is known by the function or
 * route that is declared for it, and all others by one of three names.
 */
import { guardedEntrances } from 'virtual:entrances'
import { AUTH_BASE_PATH, isServedAuthEndpoint } from '~/auth/endpoints'

export const SERVER_FN_BASE = '/_serverFn/'
/** Every page, and whatever else is no declared function or route. */
export const PAGES = '/*'

const ROUTES: ReadonlySet<string> = new Set(
  guardedEntrances.filter(({ type }) => type === 'route').map(({ name }) => name),
)

/** @returns what a request to that path is recorded under */
export function entranceAt(pathname: string): string {
  const plain = decoded(pathname)
  if (plain.startsWith(SERVER_FN_BASE.slice(0, -1))) return SERVER_FN_BASE
  if (plain.startsWith(`${AUTH_BASE_PATH}/`)) {
    return isServedAuthEndpoint('POST', pathname) ? pathname : `${AUTH_BASE_PATH}/`
  }
  return ROUTES.has(pathname) ? pathname : PAGES
}

/**
 * Does the path name a function or a route in escapes? The framework resolves them after all that
 * looks at the path as it came, so such an address would go around every check by prefix.
 */
export function isDisguised(pathname: string): boolean {
  return pathname.includes('%') && /_serverFn|\/api(\/|$)/i.test(decoded(pathname))
}

/** Escapes within escapes that are looked into: more often than anything behind us resolves them. */
const DEPTH = 4

/** All escapes resolved, those within escapes too; what is malformed stays as it is. */
function decoded(pathname: string): string {
  let plain = pathname
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const further = plain.replaceAll(/%([0-9a-f]{2})/gi, (_escape, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    )
    if (further === plain) return plain
    plain = further
  }
  return plain
}
