/** The command palette: what it finds, what it does, and what it doesn't offer. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK, FREEZER_INVENTORY } from './things.ts'
import { arriveAt, open, openPalette, title } from './walking.ts'

test('the keys open it, a page is found by its name and opened', async ({ page, enterAs }) => {
  await enterAs('owner')
  await open(page, '/')
  await openPalette(page)
  await expect(line(page)).toBeFocused()
  await line(page).fill('audit')
  await expect(option(page, 'Audit log')).toBeVisible()
  await page.keyboard.press('Enter')
  await arriveAt(page, '/audit')
  await expect(line(page)).toBeHidden()
})

test('the button opens it, and Escape closes it', async ({ page, enterAs }) => {
  await enterAs('viewer')
  await open(page, '/')
  await page.getByRole('button', { name: 'Search or jump to…' }).click()
  await expect(line(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(line(page)).toBeHidden()
})

test('who may make a project makes one from anywhere', async ({ page, enterAs }) => {
  await enterAs('owner')
  await open(page, '/account')
  await choose(page, 'New project')
  await arriveAt(page, '/projects')
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeVisible()
})

test('who may is offered the rest from anywhere: inviting, a role, the plan, the download', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/account')
  await openPalette(page)
  await expect(option(page, 'New role')).toBeVisible()
  await expect(option(page, 'Change plan')).toBeVisible()
  await expect(option(page, 'New document'), 'no project is open').toHaveCount(0)
  const download = page.waitForEvent('download')
  await line(page).fill('download')
  await option(page, 'Download audit log').click()
  expect((await download).suggestedFilename()).toBe('audit-log.jsonl')
  await choose(page, 'Invite somebody')
  await arriveAt(page, '/invitations')
  await expect(page.getByRole('dialog').getByLabel('Email')).toBeVisible()
})

test('in a project a document is begun from the palette', async ({ page, enterAs }) => {
  await enterAs('editor')
  await open(page, `/projects/${ALPINE_SEED_BANK}`)
  await choose(page, 'New document')
  await arriveAt(page, `/projects/${ALPINE_SEED_BANK}/new-document`)
})

test('what the plan has no room for is not offered', async ({ page, enterAs }) => {
  await enterAs('fullOwner')
  await open(page, '/account')
  await openPalette(page)
  await expect(option(page, 'Change plan')).toBeVisible()
  await expect(option(page, 'Invite somebody')).toBeVisible()
  await expect(option(page, 'New project')).toHaveCount(0)
  await expect(option(page, 'Download audit log')).toHaveCount(0)
})

test('a viewer is offered nothing that changes anything, and no page that is not theirs', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/')
  await openPalette(page)
  await expect(option(page, 'Projects')).toBeVisible()
  await expect(option(page, 'Sign out')).toBeVisible()
  await expect(option(page, 'New project')).toHaveCount(0)
  await expect(option(page, 'Audit log')).toHaveCount(0)
  await line(page).fill('new project')
  await expect(page.getByText('Nothing of that name.')).toBeVisible()
})

test('things are found by their names, as far as the person may see them', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/')
  await openPalette(page)
  await line(page).fill('freezer')
  await option(page, 'Freezer inventory').click()
  await arriveAt(page, `/documents/${FREEZER_INVENTORY}`)

  await openPalette(page)
  await line(page).fill('alpine')
  await expect(option(page, 'Alpine Seed Bank')).toBeVisible()
  await line(page).fill('edith')
  await expect(option(page, 'Edith Sorensen')).toBeVisible()
})

test('it asks for no list that would be refused', async ({ page, enterAs }) => {
  await enterAs('billing')
  await open(page, '/')
  await openPalette(page)
  await line(page).fill('alpine')
  await expect(page.getByText('Nothing of that name.')).toBeVisible()
  await line(page).fill('edith')
  await expect(option(page, 'Edith Sorensen')).toBeVisible()
})

test('for who works in no organization it asks for nothing that would be refused', async ({
  page,
  enterAs,
}) => {
  await enterAs('outsider')
  await open(page, '/account')
  await openPalette(page)
  await expect(option(page, 'Sign out')).toBeVisible()
  await page.waitForLoadState('networkidle')
})

test('it switches organization, changes the theme and signs out', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  // What the page that is left still reads may come too late, and is refused unseen (leaving.ts).
  expectedRefusals.add(409)
  await enterAs('consultant')
  await open(page, '/')
  await choose(page, 'Dark theme')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await Promise.all([
    page.waitForEvent('domcontentloaded'),
    choose(page, 'Switch to Tidewater Books'),
  ])
  await arriveAt(page, '/')
  await expect(page.getByRole('button', { name: /^Organization: Tidewater Books/ })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await choose(page, 'Sign out')
  await arriveAt(page, '/login')
  await expect(title(page)).toHaveText('Sign in')
})

function line(page: Page) {
  return page.getByRole('combobox', { name: 'Search or jump to' })
}

function option(page: Page, name: string) {
  return page.getByRole('option', { name: new RegExp(`^${name}`) })
}

async function choose(page: Page, command: string): Promise<void> {
  await openPalette(page)
  await line(page).fill(command)
  await expect(option(page, command)).toBeVisible()
  await page.keyboard.press('Enter')
}
