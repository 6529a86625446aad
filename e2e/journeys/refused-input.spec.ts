/** Input that the server finds wrong: the field that it is about says so, and where none is, the page does. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK } from './things.ts'
import { open } from './walking.ts'

const notifications = (page: Page) => page.getByRole('region', { name: 'Notifications' })

test.beforeEach(({ expectedRefusals, toleratedComplaints }) => {
  expectedRefusals.add(400)
  toleratedComplaints.push(/status of 400/)
})

test('text that cannot be stored: the refusal names no field, so one is told', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/projects')
  await page.getByRole('button', { name: 'New project' }).click()
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Name').fill('a\0b')
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(notifications(page)).toContainText('Some of the input is not valid.')
})

test('a name of nothing but spaces: its field says so, and nothing else does', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, `/projects/${ALPINE_SEED_BANK}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill('   ')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true')
  await expect(notifications(page)).not.toContainText('That did not work')
})
