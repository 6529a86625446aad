/**
 * The menus of the entries of a list: each is about another thing, and what may be done to it
 * depends on the thing.
 */
import type { Page } from '@playwright/test'
import type { Site } from '../site.ts'
import { type Control, controlsOf } from './controls.ts'
import { compare, type Compared } from './differences.ts'
import { IN_ROW_MENUS } from './offers.ts'
import type { Persona } from './personas.ts'
import { rowAt } from './rows.ts'

/** Of each list: the first entries, of which the seed makes one of every state. */
const ENTRIES = 5

export interface Menus {
  readonly compared: readonly Compared[]
  readonly controls: readonly Control[]
}

/** Opens the menu of each entry, or notes that it has none. */
export async function rowMenus(page: Page, site: Site, persona: Persona): Promise<Menus> {
  const compared: Compared[] = []
  const all: Control[] = []
  const entries = page.getByRole('main').getByRole('row')
  const count = Math.min(await entries.count(), ENTRIES + 1)
  for (let at = 0; at < count; at += 1) {
    const entry = entries.nth(at)
    const links = entry.getByRole('rowheader').getByRole('link')
    const href = (await links.count()) > 0 ? await links.first().getAttribute('href') : null
    const path = (href ?? '').split('?', 1)[0] ?? ''
    const kind = path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')
    const offers = IN_ROW_MENUS[kind]
    if (offers === undefined) continue
    const controls = await openMenu(page, entry.getByRole('button', { name: /^Actions for / }))
    const shown = new Set(controls.flatMap(({ fn }) => fn ?? []))
    const row = await rowAt(site, path)
    compared.push(
      await compare(site, persona, { kind: `${kind} in a list`, path, row }, shown, offers),
    )
    all.push(...controls)
  }
  return { compared, controls: all }
}

async function openMenu(page: Page, button: ReturnType<Page['locator']>): Promise<Control[]> {
  if ((await button.count()) === 0) return []
  await button.press('Enter')
  // What is in a menu is fetched the first time.
  await page.getByRole('menuitem').first().waitFor()
  const items = (await controlsOf(page)).filter(({ role }) => role.startsWith('menuitem'))
  await page.keyboard.press('Escape')
  await page.getByRole('menu').waitFor({ state: 'detached' })
  return items
}
