/**
 * Nothing of the server reaches a browser. A value exported beside server functions, or a server
 * file imported by a screen, would ship queries, secrets' names and the database module.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const DIST = join(import.meta.dirname, '../../dist')

interface BuiltFile {
  readonly name: string
  readonly text: string
}

function read(folder: 'client' | 'server'): BuiltFile[] {
  return readdirSync(join(DIST, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name, parentPath }) => ({ name, text: readFileSync(join(parentPath, name), 'utf8') }))
}

const client = read('client')
const server = read('server')

const filesWith = (files: readonly BuiltFile[], pattern: RegExp): string[] =>
  files.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

/** What gives the server's code away: each is in the server's build, so it would be seen here too. */
const serverOnly: readonly [what: string, pattern: RegExp][] = [
  ['the environment', /process\.env/],
  ["the name of the database's address", /DATABASE_URL/],
  ['the name of the secret', /AUTH_SECRET/],
  ['the setting of the tenant', /set local app\.org_id/],
  ['the identity door', /identity\.(resolve_session|organizations_of|record_denial)/],
  ['the locks', /pg_advisory_xact_lock/],
  ['the query builder', /drizzle/],
  ["the database's columns", /access_version|"?org_id"?/],
  ['the names of tables', /member_roles|role_permissions|role_overrides|audit_heads|rate_limits/],
  ['queries', /\bselect \* from\b|\bfor (no key )?update\b/i],
  ['modules of Node', /["'`]node:[a-z/_]+["'`]/],
  ['cryptography', /createHmac|timingSafeEqual|hkdfSync/],
  ['the authentication library', /better-?auth/i],
  ['the logger', /\bpino\b/],
  ["the demo's password", /gatehouse-demo-\d+/],
  ['the reasons that are for the log', /a mutation left no audit row/],
]

describe('the browser is sent', () => {
  test.each(serverOnly)('nothing of %s', (_what, pattern) => {
    expect(filesWith(client, pattern)).toEqual([])
    expect(filesWith(server, pattern), "the server's own build has it").not.toEqual([])
  })

  test('no map back to the sources', () => {
    expect(client.map(({ name }) => name).filter((name) => name.endsWith('.map'))).toEqual([])
    expect(filesWith(client, /sourceMappingURL/)).toEqual([])
  })

  test('the application: the search above did read it', () => {
    expect(client.length).toBeGreaterThan(10)
    for (const shipped of [/content:publish/, /projects\.createProject/, /_serverFn/]) {
      expect(filesWith(client, shipped)).not.toEqual([])
    }
  })
})
