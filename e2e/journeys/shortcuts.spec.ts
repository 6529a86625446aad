/** Keyboard shortcuts: where they lead, where they mean nothing, and how they are switched off. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { arriveAt, open, pathOf, title } from './walking.ts'

test('g and a letter go to a page, if the person may open it', async ({ page, enterAs }) => {
  await enterAs('viewer')
  await open(page, '/')
  await press(page, 'g', 'p')
  await arriveAt(page, '/projects')
  await press(page, 'g', 'm')
  await arriveAt(page, '/members')
  await press(page, 'g', 'a')
  await press(page, 'g', 'd')
  await arriveAt(page, '/')
})

test('n makes something new where the page lets the person', async ({ page, enterAs }) => {
  await enterAs('owner')
  await open(page, '/projects')
  await press(page, 'n')
  await expect(page.getByRole('dialog').getByLabel('Name')).toBeFocused()
  // In a field and in a window, keys are letters.
  await press(page, 'g', 'd', '?')
  await expect(page.getByRole('dialog').getByLabel('Name')).toHaveValue('gd?')
  expect(pathOf(page.url())).toBe('/projects')
})

test('n does nothing for a viewer', async ({ page, enterAs }) => {
  await enterAs('viewer')
  await open(page, '/projects')
  await press(page, 'n')
  await press(page, '?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(1)
})

test('the list holds the pages that this person may open', async ({ page, enterAs }) => {
  await enterAs('billing')
  await open(page, '/')
  await press(page, '?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const pages = list.getByRole('region', { name: 'Go to' }).getByRole('term')
  await expect(pages).toHaveText(['Dashboard', 'Documents', 'Members', 'Billing'])
})

test('single keys can be switched off, and stay off; the palette still opens', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/')
  await press(page, '?')
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await list.getByRole('switch', { name: 'Single keys' }).click()
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()

  await open(page, '/documents')
  await press(page, 'g', 'p', '?')
  await expect(list).toBeHidden()
  expect(pathOf(page.url())).toBe('/documents')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search or jump to' }).fill('shortcuts')
  await page.keyboard.press('Enter')
  await list.getByRole('switch', { name: 'Single keys' }).click()
  await page.keyboard.press('Escape')
  await press(page, 'g', 'p')
  await expect(title(page)).toHaveText('Projects')
})

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
