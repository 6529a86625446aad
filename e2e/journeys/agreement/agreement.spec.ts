/**
 * The screen and the server agree. Each person looks at every page: every control says what it
 * does, what is shown is allowed, what is allowed is shown, and every link leads to a page that
 * this person can open.
 */
import type { Page } from '@playwright/test'
import { readEntrances } from '../../direct-post/entrances.ts'
import { send } from '../../harness/http.ts'
import { landing } from '../landings.ts'
import type { Site } from '../site.ts'
import { goTo, open, pathOf } from '../walking.ts'
import { asText, type Control, controlsOf, isMarked } from './controls.ts'
import { compare, type Compared } from './differences.ts'
import { compareEntries } from './entries.ts'
import { EXCEPTIONS } from './exceptions.ts'
import { expect, test } from './frozen.ts'
import { ELSEWHERE, IN_ENTRIES, NOT_TO_THE_OWNER, OFFERS, offersOf } from './offers.ts'
import { cookieOf, type Persona, PERSONAS } from './personas.ts'
import { type Menus, rowMenus } from './row-menus.ts'
import { type PageOfRow, pagesOf } from './rows.ts'

for (const persona of PERSONAS) {
  test(`what is shown to the ${persona} is what the server allows them`, async ({
    page,
    enterAs,
    site,
  }) => {
    await enterAs(persona)
    await open(page, '/account')
    test.setTimeout(300_000)
    const seen = await lookAround(page, site, persona)
    expect(seen.unmarked, 'controls that do not say what they do').toEqual([])
    expect(seen.differences, 'shown and refused, or allowed and hidden').toEqual([])
    expect(await deadEnds(site, persona, seen.links), 'links that lead nowhere').toEqual([])
    const stale = EXCEPTIONS.filter((one) => one.as.includes(persona) && !seen.met.includes(one))
    expect(stale, 'exceptions that are not met any more').toEqual([])
    expect(seen.asked, 'the server was asked').toBeGreaterThan(20)
    expect(seen.controls, 'there was something to look at').toBeGreaterThan(10)
    if (persona === 'owner') {
      expect(sorted(seen.offers), 'what offers.ts says of each page').toEqual(sorted(OFFERS))
    }
  })
}

test('every function that changes something belongs to a page, or has a reason not to', () => {
  const changing = readEntrances().functions.filter(({ method }) => method === 'POST')
  const placed = [...Object.keys(OFFERS), ...Object.keys(NOT_TO_THE_OWNER)].flatMap(offersOf)
  const inEntries = Object.values(IN_ENTRIES).flat()
  const known = new Set([...placed, ...inEntries, ...Object.keys(ELSEWHERE)])
  expect(changing.map(({ id }) => id).filter((id) => !known.has(id))).toEqual([])
  const served = new Set(readEntrances().functions.map(({ id }) => id))
  expect([...known].filter((id) => !id.includes(' ') && !served.has(id))).toEqual([])
})

/** Pages with a list whose entries have menus. */
const LISTS: ReadonlySet<string> = new Set(['/documents', '/projects'])
const NO_MENUS: Menus = { compared: [], controls: [] }

interface Seen {
  readonly unmarked: string[]
  readonly differences: string[]
  readonly met: Compared['met'][number][]
  readonly links: Set<string>
  /** By the kind of page. */
  readonly offers: Record<string, string[]>
  controls: number
  asked: number
}

async function lookAround(page: Page, site: Site, persona: Persona): Promise<Seen> {
  const seen: Seen = {
    unmarked: [],
    differences: [],
    met: [],
    links: new Set(),
    offers: {},
    controls: 0,
    asked: 0,
  }
  for (const one of await pagesOf(site)) {
    const controls = await controlsAt(page, site, persona, one)
    // Of pages of one thing, the lists in them are the same lists as elsewhere.
    const menus =
      controls.length > 0 && LISTS.has(one.kind) ? await rowMenus(page, site, persona) : NO_MENUS
    const shown = new Set(controls.filter(({ inMain }) => inMain).flatMap(functionOf))
    const all = [...controls, ...menus.controls]
    const entries = controls.length > 0 ? await compareEntries(page, site, persona, one) : []
    for (const fn of IN_ENTRIES[one.kind] ?? []) shown.delete(fn)
    for (const compared of [
      await compare(site, persona, one, shown),
      ...menus.compared,
      ...entries,
    ]) {
      seen.differences.push(...compared.differences)
      seen.met.push(...compared.met)
      seen.asked += compared.asked
    }
    seen.unmarked.push(
      ...all.filter((control) => !isMarked(control)).map((each) => asText(one.path, each)),
    )
    seen.controls += all.length
    for (const { href } of all) if (href !== null) seen.links.add(href)
    if (shown.size > 0) {
      seen.offers[one.kind] = [...new Set([...(seen.offers[one.kind] ?? []), ...shown])]
    }
  }
  return seen
}

/** Whom the server leads elsewhere, or tells that there is nothing, is shown none of the page. */
async function controlsAt(
  page: Page,
  site: Site,
  persona: Persona,
  { kind, path }: PageOfRow,
): Promise<Control[]> {
  // Where everybody lands is written in landings.ts, and a test of its own. Of a thing it depends.
  if (kind.includes(':id')) {
    const headers = { cookie: cookieOf(site, persona) }
    const { status } = await send(site.port, { method: 'GET', path, headers })
    if (status !== 200) return []
  } else if (landing(path, persona) !== '200') return []
  await goTo(page, path)
  expect(pathOf(page.url())).toBe(path)
  return controlsOf(page)
}

function functionOf({ fn, opens }: Control): string[] {
  const called = fn ?? opens
  return called === null ? [] : [called]
}

/** Of the things of one kind, a few: they are alike, and each costs a page. */
const OF_A_KIND = 4

async function deadEnds(site: Site, persona: Persona, links: Set<string>): Promise<string[]> {
  const paths = new Set([...links].map((link) => new URL(link, site.origin).pathname))
  const counts = new Map<string, number>()
  const dead: string[] = []
  for (const path of paths) {
    const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
    if ((counts.get(kind) ?? 0) > OF_A_KIND) continue
    const headers = { cookie: cookieOf(site, persona), 'sec-fetch-site': 'same-origin' }
    const { status, headers: answered } = await send(site.port, { method: 'GET', path, headers })
    // 500: the download, whose record is not kept here.
    if (status === 200 || (status === 500 && path.startsWith('/api/'))) continue
    // The way home of who has none leads to where they are.
    if (status === 307 && answered.location === '/welcome') continue
    dead.push(`${path} answers ${status}`)
  }
  return dead
}

function sorted(offers: Readonly<Record<string, readonly string[]>>) {
  return Object.fromEntries(Object.entries(offers).map(([kind, fns]) => [kind, fns.toSorted()]))
}
