/** Each person lands where they should, read by plain requests: a browser does what the answer says. */
import { send } from '../harness/http.ts'
import { cookieOf, PERSONAS } from './agreement/personas.ts'
import { expect, test } from './fixtures.ts'
import { guardedPages } from './guarded-pages.ts'
import { landing } from './landings.ts'

for (const person of PERSONAS) {
  test(`every page leads the ${person} where it should, and back`, async ({ site }) => {
    const headers = { cookie: cookieOf(site, person) }
    const landed: Record<string, string> = {}
    const expected: Record<string, string> = {}
    for (const path of await guardedPages(site)) {
      const { status, headers: answered } = await send(site.port, { method: 'GET', path, headers })
      landed[path] = status === 307 ? (answered.location ?? '') : String(status)
      expected[path] = landing(path, person)
    }
    expect(landed).toEqual(expected)
  })
}
