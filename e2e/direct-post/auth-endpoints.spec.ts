/** What the authentication library would serve, and what of it is served. */
import { ACCOUNTS, PASSWORD } from '../harness/people.ts'
import { readEntrances } from './entrances.ts'
import { AUTH_ENDPOINTS } from './expectations/auth-endpoints.ts'
import { expect, test } from './fixtures.ts'
import { expectOutcome } from './outcome.ts'

const { authEndpoints } = readEntrances()

for (const { method, path } of authEndpoints) {
  const endpoint = `${method} ${path}`

  test(`${endpoint}: as its row says (1, 5)`, async ({ target }) => {
    const expected = AUTH_ENDPOINTS[endpoint]
    const missing = `${endpoint} has no row in e2e/direct-post/expectations/auth-endpoints.ts`
    expect(expected, missing).toBeDefined()
    if (expected === 'served') return
    for (const caller of ['anonymous', 'outsider', 'owner'] as const) {
      const answer = await target.send({
        method,
        path: path.replace(/:\w+/, 'x'),
        headers: {
          origin: target.server.origin,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/json',
          ...target.cookies(caller),
        },
        ...(method === 'GET'
          ? {}
          : { body: '{"name":"x","token":"x","activeOrganizationId":"x"}' }),
      })
      expectOutcome(answer, 'not_found', `${endpoint} as ${caller}`, 'no endpoint')
      expect(answer.cookies, `${endpoint} as ${caller}: cookies`).toEqual([])
    }
  })
}

for (const [endpoint, expected] of Object.entries(AUTH_ENDPOINTS)) {
  if (expected !== 'served') continue
  const [method = '', path = ''] = endpoint.split(' ')

  test(`${endpoint}: takes no other method (6)`, async ({ target }) => {
    for (const other of ['GET', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE'].filter(
      (name) => name !== method,
    )) {
      const answer = await target.send({
        method: other,
        path,
        headers: { 'sec-fetch-site': 'same-origin', ...target.cookies('owner') },
      })
      expect(answer.status, `${endpoint} by ${other}`).toBe(404)
    }
  })
}

/** What a browser never sends when a page of ours posts. All but these headers is as it should be. */
const FROM_NO_PAGE_OF_OURS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'neither metadata nor Origin nor Referer': {},
  'same-origin metadata alone': { 'sec-fetch-site': 'same-origin' },
  'same-origin metadata and a foreign Referer': {
    'sec-fetch-site': 'same-origin',
    referer: 'http://evil.example/page',
  },
  'a foreign Referer alone': { referer: 'http://evil.example/page' },
  'a foreign Origin alone': { origin: 'http://evil.example' },
}

for (const [endpoint, expected] of Object.entries(AUTH_ENDPOINTS)) {
  if (expected !== 'served') continue
  const [method = '', path = ''] = endpoint.split(' ')

  test(`${endpoint}: refuses whatever no page of ours has sent (7)`, async ({ target }) => {
    const body = JSON.stringify({ email: ACCOUNTS.viewer.email, password: PASSWORD })
    for (const [name, headers] of Object.entries(FROM_NO_PAGE_OF_OURS)) {
      for (const caller of ['anonymous', 'viewer'] as const) {
        const answer = await target.send({
          method,
          path,
          headers: { 'content-type': 'application/json', ...headers, ...target.cookies(caller) },
          body,
        })
        expectOutcome(answer, 'csrf', `${endpoint} as ${caller}, ${name}`)
        expect(answer.cookies).toEqual([])
      }
    }
    expect(await target.changedTables(), `${endpoint}: the tables that changed`).toEqual([])
  })
}

test('no row is about an endpoint that the library does not have', () => {
  const known = new Set(authEndpoints.map(({ method, path }) => `${method} ${path}`))
  expect(Object.keys(AUTH_ENDPOINTS).filter((endpoint) => !known.has(endpoint))).toEqual([])
})
