/** The server routes, attacked as the functions are: their gates are the same. */
import type { Answer } from '../harness/http.ts'
import { readEntrances } from './entrances.ts'
import { ROUTE_ROWS } from './expectations/routes.ts'
import { expect, test } from './fixtures.ts'
import { expectDefect } from './known-defects.ts'
import { expectNoForeignTrace, expectNoMachinery } from './leaks.ts'
import { formatRow, lineOf } from './matrix.ts'
import { cellOf, expectOutcome } from './outcome.ts'
import { type Caller, PRINCIPALS } from './principals.ts'
import { note } from './tally.ts'
import type { Target } from './target.ts'
import { forgeries } from './forged-cookies.ts'

const { routes } = readEntrances()

test('no route has a row that the build does not serve', () => {
  const served = new Set(routes.map(({ path }) => path))
  expect(Object.keys(ROUTE_ROWS).filter((path) => !served.has(path))).toEqual([])
})

for (const { path, file, methods, kind } of routes) {
  const row = ROUTE_ROWS[path]

  test(`${path}: the build serves it as its row says`, () => {
    const missing = `${path} (${file}) has no row in e2e/direct-post/expectations/routes.ts`
    expect(row, missing).toBeDefined()
    expect({ methods, kind }, path).toEqual({ methods: row?.methods, kind: row?.kind })
  })
  if (row === undefined) continue
  const at = row.at ?? path
  const get = (target: Target, caller: Caller, headers: Readonly<Record<string, string>> = {}) =>
    target.send({ method: 'GET', path: at, headers: { ...target.cookies(caller), ...headers } })

  test(`${path}: only who may gets in (1, 3, 5)`, async ({ target }) => {
    const cells: string[] = []
    for (const caller of PRINCIPALS) {
      const what = `${path} as ${caller}`
      const answer = await get(target, caller)
      expectOutcome(answer, row.outcomes[caller], what)
      expectNoForeignTrace(answer, caller, what)
      expectNoMachinery(answer, what)
      expect(answer.headers['cache-control'], `${what}: caches`).toMatch(/no-store/)
      if (row.outcomes[caller] === 'ok' && row.contentType !== undefined) {
        expect(answer.headers['content-type'], what).toMatch(row.contentType)
      }
      cells.push(cellOf(row.outcomes[caller]))
    }
    note({ kind: 'row', entrance: path, cells })
    if (process.env.UPDATE_MATRIX === '1') return
    expect(formatRow([path, cells]), `${path}: its line in matrix.txt`).toBe(lineOf(path))
  })

  test(`${path}: no cookie that was tampered with counts (2)`, async ({ target }) => {
    const good = target.cookies('owner').cookie ?? ''
    for (const [name, cookie] of Object.entries(forgeries(good, target.secret))) {
      const answer = await get(target, 'anonymous', { cookie })
      expectOutcome(answer, row.outcomes.anonymous, `${path} with ${name}`)
    }
  })

  test(`${path}: no other method reaches it (6)`, async ({ target }) => {
    expectDefect(test, path, 'other methods')
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE']) {
      const headers = { 'sec-fetch-site': 'same-origin', ...target.cookies('owner') }
      const answer = await target.send({ method, path: at, headers })
      expect([404, 405], `${path} as owner by ${method}: the method check`).toContain(answer.status)
    }
  })

  if (row.kind === 'public') continue

  test(`${path}: answers for no host but its own, and believes no claims (8)`, async ({
    target,
  }) => {
    const misdirected = await get(target, 'owner', { host: 'evil.example' })
    expectOutcome(misdirected, 'misdirected_request', `${path} as owner, a foreign Host`)
    const both = await target.send({
      method: 'GET',
      path: `${target.server.origin}${at}`,
      headers: { host: 'evil.example', ...target.cookies('owner') },
    })
    expectOutcome(both, 'misdirected_request', `${path} as owner, our address with a foreign Host`)
    const claiming = await get(target, 'viewer', {
      'x-user-id': 'owner',
      'x-forwarded-user': 'olivia@larkspur.example',
    })
    expectOutcome(claiming, row.outcomes.viewer, `${path} as viewer who claims to be the owner`)
    const elsewhere = await get(target, 'owner', { 'x-gatehouse-organization': 'another' })
    expectOutcome(elsewhere, 'organization_changed', `${path} as owner, another page (20)`)
    expectJson(misdirected)
  })
}

function expectJson({ headers }: Answer): void {
  expect(headers['content-type']).toMatch(/json/)
}
