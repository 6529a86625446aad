/**
 * axe finds nothing wrong with any page, of whatever impact, in either theme: for three people in
 * every run, for everybody in the full one.
 */
import { send } from '../harness/http.ts'
import { type Persona, PERSONAS, cookieOf } from './agreement/personas.ts'
import { expect, test } from './fixtures.ts'
import { guardedPages } from './guarded-pages.ts'
import { violations } from './violations.ts'

const LOOKED_AT: readonly Persona[] =
  process.env.GATEHOUSE_FULL === '1' ? PERSONAS : ['owner', 'viewer', 'author']

for (const persona of LOOKED_AT) {
  test(`axe finds nothing wrong with the pages of the ${persona}`, async ({
    page,
    enterAs,
    site,
    expectedRefusals,
  }) => {
    test.setTimeout(240_000)
    expectedRefusals.add(404)
    await enterAs(persona)
    const wrong: string[] = []
    let looked = 0
    for (const path of await guardedPages(site)) {
      const headers = { cookie: cookieOf(site, persona) }
      const { status } = await send(site.port, { method: 'GET', path, headers })
      // Led elsewhere, to a page that is looked at as itself.
      if (status === 307) continue
      wrong.push(...(await violations(page, path)))
      looked += 1
    }
    expect(wrong).toEqual([])
    expect(looked, 'pages that were looked at').toBeGreaterThan(persona === 'outsider' ? 1 : 5)
  })
}

test('axe finds nothing wrong with signing in or up, a forgotten password, and with a page that is not there', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  for (const path of ['/login', '/signup', '/forgot', '/reset/x', '/verify/x']) {
    expect(await violations(page, path)).toEqual([])
  }
  await enterAs('viewer')
  expect(await violations(page, '/no/such/page')).toEqual([])
  expect(await violations(page, '/unauthorized?permission=audit:read&from=/audit')).toEqual([])
})
