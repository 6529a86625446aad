/** An organization is handed over: offered by name, mailed, accepted, and both are somebody else then. */
import { expect, test } from './fixtures.ts'
import { arriveAt, open } from './walking.ts'

test('an owner offers the organization, the recipient accepts, and the owner is an admin', async ({
  page,
  browser,
  site,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(400) // the name, typed otherwise
  await enterAs('fullOwner')
  await open(page, '/settings')
  await page.getByRole('button', { name: 'Offer it to a member' }).click()
  const dialog = page.getByRole('dialog', { name: 'Offer the ownership of Fernway Rail?' })
  await dialog.getByRole('combobox', { name: 'New owner' }).click()
  await page.getByRole('option', { name: /Kenji/ }).click()
  await dialog.getByRole('textbox', { name: /Type/ }).fill('Fernway')
  await dialog.getByRole('button', { name: 'Send the offer' }).click()
  await expect(dialog.getByText("Type the organization's name.")).toBeVisible()
  await dialog.getByRole('textbox', { name: /Type/ }).fill('Fernway Rail')
  await dialog.getByRole('button', { name: 'Send the offer' }).click()
  await expect(page.getByText(/has offered Fernway Rail to/)).toBeVisible()

  const other = await browser.newContext({ baseURL: site.origin })
  const kenji = await other.newPage()
  await open(kenji, '/demo/mailbox')
  const mail = kenji.getByRole('article', { name: /kenji@fernway\.example/ })
  await expect(mail).toContainText('Become an owner of Fernway Rail?', { timeout: 20_000 })
  await open(kenji, '/login')
  await kenji.getByLabel('Email').fill('kenji@fernway.example')
  await kenji.getByLabel('Password').fill('gatehouse-demo-2026')
  await kenji.getByRole('button', { name: 'Sign in', exact: true }).click()
  await arriveAt(kenji, '/')
  await expect(kenji.getByText('offers you the ownership of Fernway Rail')).toBeVisible()
  await kenji.getByRole('button', { name: 'Become an owner' }).click()
  const confirm = kenji.getByRole('dialog', { name: 'Become an owner of Fernway Rail?' })
  await confirm.getByRole('button', { name: 'Become an owner' }).click()
  await expect(kenji.getByText('offers you the ownership of Fernway Rail')).toHaveCount(0)
  await open(kenji, '/settings')
  await expect(kenji.getByRole('button', { name: 'Delete organization' })).toBeVisible()
  await other.close()

  await open(page, '/settings')
  await expect(page.getByRole('button', { name: 'Delete organization' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Offer it to a member' })).toHaveCount(0)
})
