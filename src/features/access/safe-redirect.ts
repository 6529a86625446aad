/**
 * Where a person may be sent after signing in: a page of this site, nothing else. An address that
 * browsers, proxies or a later decoding could read as another site's is refused as a whole, not
 * repaired; the person then lands on the dashboard.
 */

const HOME = '/'
/** Never a real host, so nothing absolute can look like it belongs here. */
const HERE = 'http://here.invalid'
/** What is not a page: signing in again, files, functions. */
const NO_PAGE = /^\/(login|api|_serverFn)(\/|$)/i
const MOST_CHARACTERS = 2000

/**
 * @param value whatever the address bar held
 * @returns a path with its search and hash, beginning with exactly one slash
 */
export function safeRedirect(value: unknown): string {
  if (typeof value !== 'string' || value.length > MOST_CHARACTERS) return HOME
  if (!value.startsWith('/') || isHostile(value)) return HOME
  const url = URL.parse(value, HERE)
  if (url === null || url.origin !== HERE) return HOME
  // `/.//evil.example` only turns into `//evil.example` once it has been resolved.
  if (isHostile(url.pathname) || NO_PAGE.test(decoded(url.pathname))) return HOME
  return url.pathname + url.search + url.hash
}

/** Read as it stands, and as it reads after one and two decodings of its path. */
function isHostile(value: string): boolean {
  const [path = ''] = value.split(/[?#]/, 1)
  return hasControls(value) || [path, decoded(path), decoded(decoded(path))].some(leadsElsewhere)
}

function leadsElsewhere(path: string): boolean {
  return path.startsWith('//') || path.includes('\\') || hasControls(path) || path.includes('/..')
}

/** Browsers drop tabs and line breaks from addresses: `/\t/evil.example` is `//evil.example`. */
function hasControls(value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\ufeff]/.test(value)
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    // Not decodable: a backslash, so that it counts as hostile.
    return '\\'
  }
}
