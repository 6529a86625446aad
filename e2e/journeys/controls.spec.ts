/** What the pages offer: to the owner everything, to a viewer nothing that changes anything. */
import type { Page } from '@playwright/test'
import { ACCOUNTS, LARKSPUR } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import type { Site } from './site.ts'
import { ALPINE_SEED_BANK, FREEZER_INVENTORY } from './things.ts'
import { content, open } from './walking.ts'

interface Offer {
  readonly at: (site: Site) => string | Promise<string>
  readonly buttons: readonly string[]
  readonly links?: readonly string[]
}

const OFFERS: readonly Offer[] = [
  { at: () => '/projects', buttons: ['New project'] },
  {
    at: () => `/projects/${ALPINE_SEED_BANK}`,
    buttons: ['Edit', 'Archive', 'Delete'],
    links: ['New document'],
  },
  {
    at: () => `/documents/${FREEZER_INVENTORY}`,
    buttons: ['Unpublish', 'Archive', 'Delete'],
    links: ['Edit'],
  },
  { at: () => '/settings', buttons: ['Rename', 'Delete organization'] },
  { at: editorsPage, buttons: ['Save title', 'Save roles', 'Remove', 'Erase'] },
]

test('an owner is offered what changes things', async ({ page, enterAs, site }) => {
  await enterAs('owner')
  for (const { at, buttons, links = [] } of OFFERS) {
    await open(page, await at(site))
    for (const name of buttons) await expect(button(page, name)).toBeVisible()
    for (const name of links) await expect(link(page, name)).toBeVisible()
  }
})

test('a viewer reads the same pages and is offered none of it', async ({ page, enterAs, site }) => {
  await enterAs('viewer')
  for (const { at, links = [] } of OFFERS) {
    await open(page, await at(site))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(content(page).locator('[data-fn], [data-opens]')).toHaveCount(0)
    await expect(content(page).getByRole('form')).toHaveCount(0)
    for (const name of links) await expect(link(page, name)).toHaveCount(0)
  }
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('link', { name: 'Members' })).toBeVisible()
  await expect(navigation.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
})

function button(page: Page, name: string) {
  return content(page).getByRole('button', { name, exact: true })
}

function link(page: Page, name: string) {
  return content(page).getByRole('link', { name, exact: true })
}

async function editorsPage(site: Site): Promise<string> {
  const { rows } = await site.db.query<{ id: string }>(
    'select id from memberships where org_id = $1 and user_id = $2',
    [LARKSPUR, ACCOUNTS.editor.userId],
  )
  return `/members/${rows[0]?.id ?? 'nobody'}`
}
