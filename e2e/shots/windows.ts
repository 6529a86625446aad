/** What opens on a page: dialogs, menus, notices. A picture of each, with the page around it. */
import type { Page } from '@playwright/test'
import { FREEZER_INVENTORY } from '../journeys/things.ts'
import type { Onlooker, Subject } from './subject.ts'

const OWNER: readonly Onlooker[] = ['owner']
const DESK = [1440]
const NARROW = [390, 768]

export const WINDOWS: readonly Subject[] = [
  onOwners('open-palette', '/', (page) => page.keyboard.press('ControlOrMeta+k')),
  onOwners('open-shortcuts', '/', (page) => page.keyboard.press('?')),
  { ...onOwners('open-drawer', '/', pressAnywhere('Menu')), widths: NARROW },
  { ...onOwners('open-person', '/', pressAnywhere(/: account, theme, sign out$/)), widths: DESK },
  {
    name: 'open-switcher',
    path: '/',
    people: ['consultant'],
    widths: DESK,
    open: pressAnywhere(/^Organization: /),
  },
  { name: 'open-personas', path: '/', people: ['viewer'], open: pressAnywhere(/Change person/) },
  onOwners('open-new-project', '/projects', press('New project')),
  onOwners('open-row-menu', '/documents', press(/^Actions for /)),
  onOwners('open-delete-document', `/documents/${FREEZER_INVENTORY}`, press('Delete')),
  onOwners('open-invite', '/invitations', press('Invite')),
  onOwners('open-new-role', '/roles', press('New role')),
  onOwners('open-bulk-bar', '/members', chooseTwo),
  onOwners('open-bulk-dialog', '/members', async (page) => {
    await chooseTwo(page)
    await press('Change roles')(page)
  }),
  onOwners('open-delete-organization', '/settings', press('Delete organization')),
  onOwners('open-change-plan', '/billing', press(/^(Change|Switch|Move|Choose|Take)/)),
  {
    name: 'open-conflict',
    path: `/documents/${FREEZER_INVENTORY}/edit`,
    people: ['editor'],
    open: collide,
  },
  {
    name: 'open-their-version',
    path: `/documents/${FREEZER_INVENTORY}/edit`,
    people: ['editor'],
    open: async (page) => {
      await collide(page)
      await press('See the saved version')(page)
    },
  },
]

function onOwners(name: string, path: string, open: (page: Page) => Promise<unknown>): Subject {
  return { name, path, people: OWNER, open }
}

function press(name: string | RegExp): (page: Page) => Promise<void> {
  return (page) => page.getByRole('main').getByRole('button', { name }).first().click()
}

function pressAnywhere(name: string | RegExp): (page: Page) => Promise<void> {
  return (page) => page.getByRole('button', { name }).filter({ visible: true }).first().click()
}

async function chooseTwo(page: Page): Promise<void> {
  const boxes = page.getByRole('row').getByRole('checkbox')
  await boxes.nth(1).check()
  await boxes.nth(2).check()
}

/** Somebody else saves the document in another tab while it is being written here. */
async function collide(page: Page): Promise<void> {
  const other = await page.context().newPage()
  await other.goto(page.url(), { waitUntil: 'networkidle' })
  for (const [tab, words] of [
    [other, 'Saved first.'],
    [page, 'Saved second.'],
  ] as const) {
    const text = tab.getByLabel('Text')
    await text.fill(`${await text.inputValue()}\n\n${words}`)
    await tab.getByRole('button', { name: 'Save', exact: true }).click()
    if (tab === other) await other.waitForURL((url) => !url.pathname.endsWith('/edit'))
  }
  await other.close()
  await page.getByRole('alert').getByText('Nothing was saved').waitFor()
}
