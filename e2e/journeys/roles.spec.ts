/** A role of the organization's own: cloned, changed, compared, given, and felt by who holds it. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { open, title } from './walking.ts'

const sectionOf = (page: Page, name: string) => page.getByRole('region', { name })

test('a clone loses a permission, is compared with its template, and is given to somebody', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/roles')
  await page.getByRole('button', { name: 'New role' }).click()
  const dialog = page.getByRole('dialog', { name: 'New role' })
  await dialog.getByRole('combobox', { name: 'Starts as' }).click()
  await page.getByRole('option', { name: 'Editor' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Drafting desk')
  await expect(dialog.getByRole('textbox', { name: 'Slug' })).toHaveValue('drafting-desk')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(title(page)).toHaveText('Drafting desk')

  const publish = page.getByRole('checkbox', { name: 'content:publish' })
  await expect(publish).toBeChecked()
  await publish.click()
  await expect(page.getByText('Removed from it')).toHaveCount(1)
  await page.getByRole('button', { name: 'Show who it reaches' }).click()
  await expect(page.getByText('Nobody gains or loses anything')).toBeVisible()
  await expect(page.getByText('Differs from Editor by 1.')).toBeVisible()
  await page.getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByText('Drafting desk saved')).toBeVisible()
  await expect(sectionOf(page, 'About')).toContainText('Follows Editor')
  await expect(sectionOf(page, 'About').getByText('content:publish')).toBeVisible()

  await page.getByRole('link', { name: 'Compare' }).click()
  await expect(title(page)).toHaveText('Compare roles')
  await page.getByRole('combobox', { name: 'With this one' }).click()
  await page.getByRole('option', { name: 'Editor' }).click()
  await expect(sectionOf(page, 'Only Editor (1)')).toContainText('content:publish')
  await expect(sectionOf(page, 'Only Drafting desk (0)')).toContainText('Nothing')

  await open(page, '/members?search=victor')
  await page.getByRole('link', { name: /^Victor/ }).click()
  await page.getByRole('checkbox', { name: 'Drafting desk' }).click()
  await page.getByRole('button', { name: 'Show what changes' }).click()
  await expect(page.getByText('1 member affected: 1 gain, 0 lose')).toBeVisible()
  await page.getByRole('button', { name: 'Save roles' }).click()
  await expect(page.getByText(/^Roles of Victor .* saved$/)).toBeVisible()

  await enterAs('viewer')
  await open(page, '/')
  const mine = sectionOf(page, 'What you may do here')
  await expect(mine).toContainText('Drafting desk')
  await expect(mine).toContainText('content:write (held)')
  await expect(mine).not.toContainText('content:publish (held)')
})
