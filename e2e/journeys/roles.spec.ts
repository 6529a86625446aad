/** A role of the organization's own: cloned, changed, compared, given, and felt by who holds it. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { arriveAt, content, open, title } from './walking.ts'

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
  await expect(dialog.getByText('Until you change it, it is the same as Editor.')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Drafting desk')
  await expect(dialog.getByRole('textbox', { name: 'Slug' })).toHaveValue('drafting-desk')
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(title(page)).toHaveText('Drafting desk')

  const publish = page.getByRole('checkbox', { name: 'content:publish' })
  await expect(publish).toBeChecked()
  await publish.click()
  await expect(page.getByText('Removed from it')).toHaveCount(1)
  await content(page).getByRole('button', { name: 'Save role' }).click()
  const asked = page.getByRole('dialog', { name: 'Save Drafting desk?' })
  await expect(asked.getByText('Nobody gains or loses anything')).toBeVisible()
  await expect(asked.getByText('differs from Editor by 1 permission.')).toBeVisible()
  await asked.getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByText('Drafting desk saved')).toBeVisible()
  await expect(asked).toHaveCount(0)
  await expect(content(page).getByRole('button', { name: 'Save role' })).toBeFocused()
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
  await page.getByRole('button', { name: 'Save roles' }).click()
  const change = page.getByRole('dialog', { name: /^Change the roles of Victor/ })
  await expect(change.getByText('1 member gains permissions')).toBeVisible()
  await change.getByRole('button', { name: 'Change roles' }).click()
  await expect(page.getByText(/^Roles of Victor .* saved$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save roles' })).toBeFocused()

  await enterAs('viewer')
  await open(page, '/')
  const mine = sectionOf(page, 'What you may do here')
  await expect(mine).toContainText('Drafting desk')
  await expect(mine).toContainText('content:write (held)')
  await expect(mine).not.toContainText('content:publish (held)')
})

test('a role goes back to its template, is given and taken, and is deleted, each after a look', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/roles')
  await page.getByRole('button', { name: 'New role' }).click()
  const made = page.getByRole('dialog', { name: 'New role' })
  await made.getByRole('combobox', { name: 'Starts as' }).click()
  await page.getByRole('option', { name: 'Billing' }).click()
  await made.getByRole('textbox', { name: 'Name' }).fill('Till')
  await made.getByRole('button', { name: 'Create' }).click()
  await expect(title(page)).toHaveText('Till')

  const give = content(page).getByRole('button', { name: 'Give it to somebody' })
  await give.click()
  const giving = page.getByRole('dialog', { name: 'Give Till to whom?' })
  await giving.getByRole('combobox', { name: 'Member' }).fill('amira')
  await page.getByRole('option', { name: /^Amira Saleh/ }).click()
  await expect(giving.getByText('1 member gains permissions')).toBeVisible()
  await giving.getByRole('button', { name: 'Give the role' }).click()
  await expect(sectionOf(page, 'Who holds it')).toContainText('Amira Saleh')
  await expect(give).toBeFocused()

  // What is saved reaches her, and is shown before; what reaches nobody is saved at once.
  const save = content(page).getByRole('button', { name: 'Save role' })
  await page.getByRole('checkbox', { name: 'billing:write' }).click()
  await save.click()
  const saving = page.getByRole('dialog', { name: 'Save Till?' })
  await expect(saving.getByText('1 member loses permissions')).toBeVisible()
  await saving.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('checkbox', { name: /^audit:read/ }).click()
  await save.click()
  await expect(saving.getByText('1 member affected: 1 gain, 1 lose')).toBeVisible()
  await saving.getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByText('Till saved')).toBeVisible()
  await content(page).getByRole('textbox', { name: 'Description' }).fill('At the counter.')
  await save.click()
  await expect(content(page).getByText('At the counter.').first()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await content(page).getByRole('button', { name: 'Back to the template' }).click()
  await expect(saving.getByText('1 member affected: 1 gain, 1 lose')).toBeVisible()
  await saving.getByRole('button', { name: 'Save role' }).click()
  await expect(content(page).getByRole('button', { name: 'Back to the template' })).toHaveCount(0)
  await expect(save).toBeFocused()

  await content(page).getByRole('button', { name: 'Take' }).click()
  const taking = page.getByRole('dialog', { name: 'Take Till from Amira Saleh?' })
  await expect(taking.getByText('1 member loses permissions')).toBeVisible()
  await taking.getByRole('button', { name: 'Cancel' }).click()

  await content(page).getByRole('button', { name: 'Delete role' }).click()
  const deleting = page.getByRole('dialog', { name: 'Delete Till?' })
  await deleting.getByRole('combobox', { name: 'In its place' }).click()
  await page.getByRole('option', { name: 'Viewer', exact: true }).click()
  await expect(deleting.getByText('1 member loses permissions')).toBeVisible()
  await deleting.getByRole('combobox', { name: 'In its place' }).click()
  await page.getByRole('option', { name: 'Billing' }).click()
  await expect(deleting.getByText('Nobody gains or loses anything')).toBeVisible()
  await deleting.getByRole('button', { name: 'Delete', exact: true }).click()
  await arriveAt(page, '/roles')
  await expect(page.getByText('Till deleted')).toBeVisible()
})

test('whoever changes their own access is asked whether they mean it', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/members?search=olivia')
  await page.getByRole('link', { name: 'Olivia Brandt' }).click()
  await page.getByRole('checkbox', { name: /^Viewer/ }).click()
  await page.getByRole('button', { name: 'Save roles' }).click()
  const asked = page.getByRole('dialog', { name: 'Change the roles of Olivia Brandt?' })
  await asked.getByRole('button', { name: 'Change roles' }).click()
  await expect(asked.getByText('Tick it if you do.')).toBeVisible()
  await asked.getByRole('checkbox', { name: 'I mean to change my own access' }).check()
  await asked.getByRole('button', { name: 'Change roles' }).click()
  await expect(page.getByText('Roles of Olivia Brandt saved')).toBeVisible()

  await page.getByRole('checkbox', { name: /^Owner/ }).click()
  await page.getByRole('button', { name: 'Save roles' }).click()
  await expect(asked.getByText('No owner would be left')).toBeVisible()
  await expect(asked.getByRole('button', { name: 'Change roles' })).toHaveCount(0)
})
