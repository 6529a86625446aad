/** Arriving on a page without a new document, and the menu of a narrow screen. */
import { expect, test } from './fixtures.ts'
import { arriveAt, open } from './walking.ts'

test('a page that a link leads to has its title in focus, and a filter leaves the focus alone', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/')
  const title = page.getByRole('heading', { level: 1 })
  await expect(title).not.toBeFocused()
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Projects' })
    .click()
  await arriveAt(page, '/projects')
  await expect(title).toHaveText('Projects')
  await expect(title).toBeFocused()
  const archived = page.getByRole('radio', { name: 'Archived' })
  await archived.check()
  await arriveAt(page, '/projects?status=archived')
  await expect(archived).toBeFocused()
})

test('the menu of a narrow screen takes the focus, and Escape gives it back', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await page.setViewportSize({ width: 390, height: 800 })
  await open(page, '/')
  const button = page.getByRole('button', { name: 'Menu' })
  await button.click()
  const menu = page.getByRole('dialog', { name: 'Menu' })
  await expect(menu.getByRole('button', { name: /^Organization: / })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toHaveCount(0)
  await expect(button).toBeFocused()

  await button.press('Enter')
  await menu.getByRole('button', { name: /: account, theme, sign out$/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await menu.getByRole('link', { name: 'Documents' }).click()
  await arriveAt(page, '/documents')
  await expect(menu).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})
