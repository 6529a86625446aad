/**
 * Entries of a page that carry controls of their own: what each offers is held against what the
 * server allows to be done to the thing that the entry is about.
 */
import type { Page } from '@playwright/test'
import { ACCOUNTS, LARKSPUR, SECOND_DEVICE } from '../../harness/people.ts'
import type { Site } from '../site.ts'
import { compare, type Compared } from './differences.ts'
import { IN_ENTRIES } from './offers.ts'
import type { Persona } from './personas.ts'
import type { PageOfRow, Row } from './rows.ts'

interface Entry {
  readonly text: string
  /** Where its first link leads. */
  readonly href: string
  readonly functions: readonly string[]
  readonly hasBox: boolean
  readonly isRow: boolean
}

/** Of a long list, so many. */
const ENTRIES = 12

export async function compareEntries(
  page: Page,
  site: Site,
  persona: Persona,
  { kind, path, row }: PageOfRow,
): Promise<Compared[]> {
  const offers = IN_ENTRIES[kind]
  const find = FINDERS[kind]
  if (offers === undefined || find === undefined) return []
  const boxes = kind === '/members' ? await offeredByBoxes(page) : []
  const compared: Compared[] = []
  for (const entry of (await entriesOf(page)).slice(0, ENTRIES)) {
    const about = await find(entry, site, persona)
    if (about === undefined) continue
    const shown = new Set([...entry.functions, ...(entry.hasBox ? boxes : [])])
    const one = {
      kind: `${kind}, ${about.isCurrent === true ? 'this session' : 'an entry'}`,
      path: `${path} “${entry.text.slice(0, 40)}”`,
      row: { ...row, ...about },
    }
    compared.push(await compare(site, persona, one, shown, offers))
  }
  return compared
}

type Find = (entry: Entry, site: Site, persona: Persona) => Promise<Row | undefined>

/** What an entry is about; undefined for one that is not looked at. */
const FINDERS: Readonly<Record<string, Find>> = {
  '/account': async ({ text, isRow }, { db }, persona) => {
    // The list on that page is of invitations.
    if (!isRow) return undefined
    const isOther = !text.includes('This one')
    const { rows } = await db.query<{ id: string }>(
      'select id from auth.session where user_id = $1 and (user_agent = $2) = $3',
      [ACCOUNTS[persona].userId, SECOND_DEVICE, isOther],
    )
    return { sessionId: rows[0]?.id, isCurrent: !isOther }
  },
  '/invitations': async ({ text }, { db }) => {
    const { rows } = await db.query<{ id: string }>(
      `select id from invitations
       where org_id = $1 and status = 'pending' and starts_with($2, email) order by length(email) desc`,
      [LARKSPUR, text],
    )
    return rows[0] === undefined ? undefined : { invitationId: rows[0].id }
  },
  '/members': async (entry, site) => {
    const row = await memberOf(entry, site)
    // Who holds everything, who holds little, and who asks.
    const people: readonly string[] = ['owner', 'admin', 'viewer'].map(
      (one) => ACCOUNTS[one as 'owner' | 'admin' | 'viewer'].userId, // as listed
    )
    return row?.userId !== undefined && people.includes(row.userId) ? row : undefined
  },
  '/roles/:id': memberOf,
}

async function memberOf({ href }: Entry, { db }: Site): Promise<Row | undefined> {
  const memberId = /^\/members\/([\da-f-]{36})/.exec(href)?.[1]
  if (memberId === undefined) return undefined
  const { rows } = await db.query<{ user_id: string }>(
    'select user_id from memberships where id = $1',
    [memberId],
  )
  return { memberId, userId: rows[0]?.user_id }
}

async function entriesOf(page: Page): Promise<Entry[]> {
  const entries = page.getByRole('main').locator('tbody tr, li')
  return entries.evaluateAll((elements) =>
    elements.map((element) => ({
      text: (element.textContent ?? '').trim(),
      href: element.querySelector('a')?.getAttribute('href') ?? '',
      functions: [...element.querySelectorAll('[data-fn], [data-opens]')].map(
        (one) => one.getAttribute('data-fn') ?? one.getAttribute('data-opens') ?? '',
      ),
      isRow: element.matches('tr'),
      hasBox: element.querySelector('input[type=checkbox]') !== null,
    })),
  )
}

/** What is offered once somebody is chosen, and then nobody again. */
async function offeredByBoxes(page: Page): Promise<string[]> {
  const box = page.getByRole('main').locator('tbody input[type=checkbox]').first()
  if ((await box.count()) === 0) return []
  await box.press('Space')
  const offered = page.getByRole('main').getByRole('button', { name: 'Change roles' })
  await offered.waitFor()
  const opens = await offered.getAttribute('data-opens')
  await box.press('Space')
  return opens === null ? [] : [opens]
}
