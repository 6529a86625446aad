/**
 * axe finds nothing wrong with any page, of whatever impact, in either theme: for three people in
 * every run, for everybody in the full one; and as the owner on a telephone too.
 */
import { type Persona, PERSONAS } from './agreement/personas.ts'
import { INVITATIONS } from '../harness/invitations.ts'
import { expect, test } from './fixtures.ts'
import { guardedPages } from './guarded-pages.ts'
import { landing } from './landings.ts'
import { judge, violations } from './violations.ts'
import { goTo, open, pathOf } from './walking.ts'

const LOOKED_AT: readonly Persona[] =
  process.env.GATEHOUSE_FULL === '1' ? PERSONAS : ['owner', 'viewer', 'author']

interface Part {
  readonly persona: Persona
  readonly name: string
  readonly of: number
  readonly rest: number
}

/** Of the owner, who sees most, the pages are shared by two tests. */
const PARTS = LOOKED_AT.flatMap((persona): Part[] => {
  if (persona !== 'owner') return [{ persona, name: persona, of: 1, rest: 0 }]
  return [0, 1].map((rest) => ({ persona, name: `owner, part ${rest + 1}`, of: 2, rest }))
})

for (const { persona, name, of, rest } of PARTS) {
  test(`axe finds nothing wrong with the pages of the ${name}`, async ({
    page,
    enterAs,
    site,
    expectedRefusals,
  }) => {
    test.setTimeout(240_000)
    expectedRefusals.add(404)
    await enterAs(persona)
    const wrong: string[] = []
    // Whoever is led elsewhere is led to a page that is looked at as itself.
    const theirs = (await guardedPages(site)).filter((path) => /^\d/.test(landing(path, persona)))
    expect(theirs.length, 'pages that are looked at').toBeGreaterThan(2)
    // One document for all of them: axe is a script as large as the site's own, and stays in it.
    await open(page, theirs[0] ?? '/')
    for (const path of theirs.filter((_path, index) => index % of === rest)) {
      await goTo(page, path)
      expect(pathOf(page.url()), 'the page that is looked at').toBe(path)
      wrong.push(...(await judge(page, path)))
      if (persona !== 'owner') continue
      wrong.push(...(await judge(page, `${path} on a telephone`, { width: 390 })))
      await page.setViewportSize({ width: 1280, height: 720 })
    }
    expect(wrong).toEqual([])
  })
}

const PUBLIC = [
  '/login',
  '/signup',
  '/forgot',
  '/reset/x',
  '/verify/x',
  '/invite/x',
  `/invite/${INVITATIONS.newcomer.token}`,
  '/no/such/page',
]

test('axe finds nothing wrong with the pages for everybody, nor with those that say no', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  const wrong: string[] = []
  for (const path of PUBLIC) wrong.push(...(await violations(page, path)))
  await enterAs('viewer')
  for (const path of ['/no/such/page', '/unauthorized?permission=audit:read&from=/audit']) {
    wrong.push(...(await violations(page, path)))
  }
  expect(wrong).toEqual([])
})
