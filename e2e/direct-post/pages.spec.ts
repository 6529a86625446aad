/**
 * Pages, asked for without a browser. The redirect of a guard is a courtesy; what is proved here is
 * that no page hands out, along with the refusal, what was refused, and that no address makes one
 * lead to another site (12).
 */
import type { Answer } from '../harness/http.ts'
import { LARKSPUR } from '../harness/people.ts'
import { PAGES, type Arrival } from './expectations/pages.ts'
import { expect, test } from './fixtures.ts'
import { expectNoForeignTrace, expectNoMachinery } from './leaks.ts'
import type { Caller } from './principals.ts'
import type { Target } from './target.ts'

const HOSTILE = [
  '//evil.example',
  'https://evil.example/',
  '/\\evil.example',
  'javascript:alert(1)',
]

for (const { path, arrivals } of PAGES) {
  test(`the page ${path}: shows nobody what they may not read (1, 3, 5, 13)`, async ({
    target,
  }) => {
    // A loop over the keys of a literal: TypeScript forgets which they are.
    for (const [caller, arrival] of Object.entries(arrivals) as [Caller, Arrival][]) {
      const what = `the page ${path} as ${caller}`
      const answer = await get(target, path, caller)
      expect(arrivalOf(answer), `${what}: where it leads`).toBe(arrival)
      expect(answer.headers['cache-control'], `${what}: caches`).toMatch(/no-store/)
      expectNoMachinery(pageWithout(answer, path), what)
      // The sample's own id is in the address, and comes back with it.
      expectNoForeignTrace(pageWithout(answer, path), caller, what)
      if (arrival !== 'page') expectNothingOf(answer, what)
    }
  })

  test(`the page ${path}: what the address adds leads to no other site (12)`, async ({
    target,
  }) => {
    for (const evil of HOSTILE.slice(0, 2)) {
      for (const key of ['redirect', 'from']) {
        const answer = await get(target, `${path}?${key}=${encodeURIComponent(evil)}`, 'anonymous')
        expectOwnLocation(target, answer, `the page ${path} with ${key}=${evil}`)
      }
    }
  })
}

test("a page's length tells other sites nothing (BREACH)", async ({ target }) => {
  const encodingFor = async (site: string, destination: string): Promise<string | undefined> => {
    const answer = await target.send({
      method: 'GET',
      path: '/documents',
      headers: {
        ...target.cookies('owner'),
        'accept-encoding': 'gzip',
        'sec-fetch-site': site,
        'sec-fetch-dest': destination,
      },
    })
    expect(answer.status, `the page /documents for ${site}`).toBe(200)
    return answer.headers['content-encoding']
  }
  expect(await encodingFor('same-origin', 'document'), 'our own page: small').toBe('gzip')
  expect(await encodingFor('none', 'document'), 'an address that was typed: small').toBe('gzip')
  for (const site of ['cross-site', 'same-site']) {
    const what = `the page /documents as owner, asked for by ${site}: compression`
    expect(await encodingFor(site, 'document'), what).toBeUndefined()
  }
  const picture = await encodingFor('same-origin', 'image')
  expect(picture, 'the page /documents as the picture of a document: compression').toBeUndefined()
})

test('signing in leads to no other site, whatever the address says (12)', async ({ target }) => {
  for (const evil of HOSTILE) {
    for (const caller of ['anonymous', 'viewer'] as const) {
      const path = `/login?redirect=${encodeURIComponent(evil)}`
      const answer = await get(target, path, caller)
      expectOwnLocation(target, answer, `${path} as ${caller}`)
      expect(answer.body, `${path}: a link`).not.toMatch(/(href|action|content)="[^"]*evil/)
    }
  }
})

function get(target: Target, path: string, caller: Caller): Promise<Answer> {
  return target.send({ method: 'GET', path, headers: target.cookies(caller) })
}

function arrivalOf({ status, headers }: Answer): string {
  if (status === 200) return 'page'
  if (status === 404) return 'not found'
  const [path] = (headers.location ?? '').split('?')
  return status === 307 && path !== undefined ? path : `status ${status}`
}

function pageWithout(answer: Answer, path: string): Answer {
  const id = /[0-9a-f-]{36}/.exec(path)?.[0]
  return id === undefined ? answer : { ...answer, body: answer.body.replaceAll(id, '') }
}

/** Names of things at Larkspur that the refused pages are about. */
function expectNothingOf({ body }: Answer, what: string): void {
  expect(body, `${what}: what was refused`).not.toMatch(/Alpine Seed Bank|Collection protocol/)
  expect(body, `${what}: what was refused`).not.toMatch(new RegExp(`"orgId"[^}]*${LARKSPUR}`))
}

function expectOwnLocation({ server }: Target, { headers }: Answer, what: string): void {
  if (headers.location === undefined) return
  const location = new URL(headers.location, server.origin)
  expect(location.origin, `${what}: where it leads`).toBe(server.origin)
}
