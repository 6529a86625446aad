/** axe finds nothing wrong with what opens over a page, or appears on it: each as the owner, in both themes. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK, FREEZER_INVENTORY } from './things.ts'
import { judge } from './violations.ts'
import { holdBack, open, openPalette } from './walking.ts'

interface State {
  readonly at: string
  readonly bringAbout: (page: Page) => Promise<void>
  /** What is there then. */
  readonly role: 'alertdialog' | 'dialog' | 'listbox' | 'menu'
}

const pressed = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name }).first().press('Enter')

const STATES: Readonly<Record<string, State>> = {
  'a form in a window': { at: '/projects', bringAbout: pressed('New project'), role: 'dialog' },
  'what is to be confirmed': {
    at: '/settings',
    bringAbout: pressed('Delete organization'),
    role: 'dialog',
  },
  'the menu of a row': { at: '/documents', bringAbout: pressed(/^Actions for /), role: 'menu' },
  'the menu of the person': {
    at: '/documents',
    bringAbout: pressed(/: account, theme, sign out$/),
    role: 'menu',
  },
  'the organizations': { at: '/documents', bringAbout: pressed(/^Organization: /), role: 'menu' },
  'the people of the demo': {
    at: '/documents',
    bringAbout: pressed(/Change person$/),
    role: 'menu',
  },
  'the palette': {
    at: '/documents',
    bringAbout: openPalette,
    role: 'dialog',
  },
  'the shortcuts': {
    at: '/documents',
    bringAbout: (page) => page.keyboard.press('?'),
    role: 'dialog',
  },
}

test('axe finds nothing wrong with windows and menus', async ({ page, enterAs }) => {
  test.setTimeout(120_000)
  await enterAs('owner')
  const wrong: string[] = []
  for (const [what, { at, bringAbout, role }] of Object.entries(STATES)) {
    if (!page.url().endsWith(at)) await open(page, at)
    await bringAbout(page)
    await expect(page.getByRole(role).first(), what).toBeVisible()
    // A menu stands beside the page's parts, for as long as it is open.
    wrong.push(...(await judge(page, what, { without: role === 'menu' ? ['region'] : [] })))
    await page.keyboard.press('Escape')
    await expect(page.getByRole(role), what).toHaveCount(0)
  }
  expect(wrong).toEqual([])
})

test('axe finds nothing wrong with a short message, with a conflict, and with an error', async ({
  page,
  enterAs,
  site,
  expectedRefusals,
  expectedComplaints,
}) => {
  expectedRefusals.add(409).add(503)
  expectedComplaints.push(/Service Unavailable/)
  await enterAs('owner')
  const wrong: string[] = []

  await open(page, `/documents/${FREEZER_INVENTORY}/edit`)
  await site.db.query('update documents set version = version + 1 where id = $1', [
    FREEZER_INVENTORY,
  ])
  await page.getByLabel('Text').fill('Saved second.')
  await page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Nothing was saved' })).toBeVisible()
  wrong.push(...(await judge(page, 'a conflict')))

  await open(page, `/projects/${ALPINE_SEED_BANK}`)
  const archived = await holdBack(page, /_serverFn\/projects\.archiveProject/)
  archived.refuse()
  await page.getByRole('button', { name: 'Archive', exact: true }).press('Enter')
  const messages = page.getByRole('region', { name: 'Notifications' })
  await expect(messages.getByText('No answer')).toBeVisible()
  // Until the keys get there its words are read out from another place, and it is hidden itself.
  await page.keyboard.press('F6')
  await expect(messages.getByRole('alertdialog')).toBeVisible()
  wrong.push(...(await judge(page, 'a short message')))
  await messages.getByRole('button', { name: 'Dismiss' }).press('Enter')
  await expect(messages.getByText('No answer')).toHaveCount(0)

  const answer = await holdBack(page, /_serverFn\/members\.listMembers/)
  answer.refuse()
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Members' })
    .press('Enter')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible()
  wrong.push(...(await judge(page, 'an error')))
  expect(wrong).toEqual([])
})
