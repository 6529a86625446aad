/**
 * Writes `dist/server-functions.json`: everything that the build which was just made will answer,
 * with the gate of each. The rejection suite attacks this list, so the list is taken from the
 * built server, and a build that serves something undeclared (or the reverse) fails here.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readBuiltServer } from './entrances/built-server'
import { compare } from './entrances/compare'
import { guardedAmong } from './entrances/guarded'
import { readEntrances } from './entrances'

const ROOT = join(import.meta.dirname, '..')

interface AuthEndpoint {
  readonly path: string
  readonly method: string
  /** False for what the library would mount and the product answers 404 for. */
  readonly served: boolean
}

/** Every endpoint that the authentication library has, from its own table. */
async function authEndpoints(): Promise<AuthEndpoint[]> {
  // Nothing is contacted or signed here: well-formed values, and never the real ones.
  process.env.APP_URL = 'http://localhost:3000'
  process.env.AUTH_SECRET = crypto.randomUUID() + crypto.randomUUID()
  process.env.DATABASE_URL = 'postgres://localhost/nowhere'
  const { auth } = await import('../src/auth/better-auth')
  const { AUTH_BASE_PATH, isServedAuthEndpoint } = await import('../src/auth/endpoints')
  return Object.values(auth().api)
    .flatMap((endpoint) => {
      const { path, options } = endpoint as EndpointLike // the library's own type hides both
      if (path === undefined) return []
      return [options?.method ?? 'GET'].flat().map((method) => {
        const mounted = AUTH_BASE_PATH + path
        return { path: mounted, method, served: isServedAuthEndpoint(method, mounted) }
      })
    })
    .toSorted((a, b) => a.path.localeCompare(b.path) || a.method.localeCompare(b.method))
}

interface EndpointLike {
  readonly path?: string
  readonly options?: { readonly method?: string | readonly string[] }
}

const declared = readEntrances(ROOT)
const compared = compare(declared, readBuiltServer(join(ROOT, 'dist/server')))
const { functions, routes } = compared
const served = new Set([...functions.map(({ id }) => id), ...routes.map(({ path }) => path)])
const problems = [
  ...compared.problems,
  // The matrix page names entrances by these.
  ...guardedAmong(declared)
    .filter(({ name }) => !served.has(name))
    .map(({ name }) => `${name} is served under another name`),
]
if (problems.length > 0) {
  console.error(`What is declared and what was built differ:\n  ${problems.join('\n  ')}`)
  process.exit(1)
}
const endpoints = await authEndpoints()
const list = { functions, routes, authEndpoints: endpoints }
writeFileSync(join(ROOT, 'dist/server-functions.json'), `${JSON.stringify(list, null, 2)}\n`)
console.log(
  `Entrances: ${functions.length} functions, ${routes.length} routes, ` +
    `${endpoints.filter(({ served }) => served).length} of ${endpoints.length} sign-in endpoints.`,
)
process.exit(0)
