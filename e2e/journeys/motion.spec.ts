/** With motion, which the other journeys ask the pages to leave out: what opens also goes, and nothing stays in the way. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { content, open, openPalette } from './walking.ts'

test.use({ contextOptions: { reducedMotion: 'no-preference' } })

/** How long what has this role takes to come and go, in milliseconds, as the styles have it. */
const timeToMove = (page: Page, role: string) =>
  page
    .getByRole(role === 'menu' ? 'menu' : 'dialog')
    .first()
    .evaluate((opened) => {
      // The part that moves is the one with the role, or what holds it.
      const parts = [opened, opened.parentElement ?? opened].map((part) => getComputedStyle(part))
      const seconds = parts.flatMap(({ transitionDuration, animationDuration }) =>
        `${transitionDuration},${animationDuration}`.split(',').map(parseFloat),
      )
      return Math.max(...seconds) * 1000
    })

test('windows, menus and the palette come and go, and give the focus and the page back', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/projects')
  const opens = content(page).getByRole('button', { name: 'New project' })
  await opens.press('Enter')
  await expect(page.getByRole('dialog', { name: 'New project' })).toBeVisible()
  expect(await timeToMove(page, 'dialog')).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(opens).toBeFocused()

  const menu = page.getByRole('button', { name: /: account, theme, sign out$/ })
  await menu.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  expect(await timeToMove(page, 'menu')).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(menu).toBeFocused()

  await openPalette(page)
  await page.getByRole('dialog').getByRole('combobox').fill('Members')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/members/)
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // A press reaches the page: no veil was left over it, and the page scrolls.
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Projects' })
    .click()
  await expect(page).toHaveURL(/\/projects/)
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).overflow)).not.toBe(
    'hidden',
  )
})

test('what was done is said in passing, though the page has changed meanwhile', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/projects')
  await content(page).getByRole('button', { name: 'New project' }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Name').fill('Moving Walls')
  await dialog.getByRole('button', { name: 'Create', exact: true }).press('Enter')
  const messages = page.getByRole('region', { name: 'Notifications' })
  await expect(messages.getByText('Project created')).toBeVisible()
  await expect(content(page).getByRole('heading', { name: 'Moving Walls' })).toBeVisible()
  await expect(messages.getByText('Project created')).toHaveCount(0, { timeout: 10_000 })
})
