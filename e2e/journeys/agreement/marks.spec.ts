/** What a control says it does is what is seen on the wire when it is used. */
import { INVITATIONS } from '../../harness/invitations.ts'
import { RESET_TOKEN } from '../../harness/mailed-tokens.ts'
import { landing } from '../landings.ts'
import { controlsOf, isMarked } from './controls.ts'
import { expect, test } from './frozen.ts'
import { type Persona, PERSONAS } from './personas.ts'
import { pagesOf } from './rows.ts'
import { tryPage } from './try-page.ts'
import { watchWire } from './wire.ts'
import { open } from '../walking.ts'

/** The others are shown parts of what the owner is shown; all of them are tried in the full run. */
const TRIED: readonly Persona[] = process.env.GATEHOUSE_FULL === '1' ? PERSONAS : ['owner']

/** Who sees most has several tests, so that workers share them. The frame is tried in the first. */
const PARTS = TRIED.flatMap((persona) => {
  const of = persona === 'owner' ? 3 : 1
  return Array.from({ length: of }, (_, rest) => ({ persona, rest, of }))
})

for (const { persona, rest, of } of PARTS) {
  const part = of === 1 ? '' : `, part ${rest + 1},`
  test(`what the ${persona}${part} can use does what it says`, async ({
    page,
    enterAs,
    site,
    expectedRefusals,
  }) => {
    test.setTimeout(240_000)
    for (const status of [404, 503]) expectedRefusals.add(status)
    page.on('dialog', (dialog) => void dialog.accept())
    await enterAs(persona)
    const wire = await watchWire(page)
    const wrong: string[] = []
    const tried = new Set<string>()
    const pages = (await pagesOf(site)).filter(({ path }) => /^\d/.test(landing(path, persona)))
    const kinds = [...new Map(pages.map((one) => [one.kind, one])).values()]
    for (const { path } of kinds.filter((_one, index) => index % of === rest)) {
      wrong.push(...(await tryPage(page, wire, path, { tried, withFrame: rest === 0 })))
    }
    expect(wrong).toEqual([])
    // Who works in no organization is let into a handful of pages.
    const least = pages.length > 5 ? 10 : 5
    expect(tried.size, 'marks that were tried').toBeGreaterThan(least)
  })
}

const PUBLIC = ['/login', '/signup', '/forgot', `/reset/${RESET_TOKEN}`, '/reset/x', '/verify/x']
const INVITED = [INVITATIONS.newcomer, INVITATIONS.outsider].map(({ token }) => `/invite/${token}`)

for (const person of ['nobody', 'outsider'] as const) {
  test(`what the pages for everybody offer to ${person} does what it says`, async ({
    page,
    enterAs,
    expectedRefusals,
  }) => {
    for (const status of [404, 503]) expectedRefusals.add(status)
    if (person !== 'nobody') await enterAs(person)
    const wire = await watchWire(page)
    const wrong: string[] = []
    const tried = new Set<string>()
    for (const path of person === 'nobody' ? [...PUBLIC, ...INVITED] : INVITED) {
      await open(page, path)
      const unmarked = (await controlsOf(page)).filter((one) => !isMarked(one))
      wrong.push(...unmarked.map(({ role, name }) => `${path}: ${role} “${name}” has no mark`))
      wrong.push(...(await tryPage(page, wire, path, { tried, withFrame: true })))
    }
    expect(wrong).toEqual([])
    expect(tried.size, 'marks that were tried').toBeGreaterThan(2)
  })
}
