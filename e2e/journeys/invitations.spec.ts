/** Invite, mail, accept, role: both ends of an invitation, as people walk through it. */
import { expect, test } from './fixtures.ts'
import { arriveAt, content, open } from './walking.ts'

const PASSWORD = 'long-enough-to-be-one'

test('somebody new is invited, finds the mail, joins and works with the role they were given', async ({
  page,
  browser,
  site,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/invitations')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await page.getByRole('textbox', { name: 'Email' }).fill('nadia@new.example')
  await page.getByRole('combobox', { name: 'Role' }).click()
  await page.getByRole('option', { name: 'Editor' }).click()
  await page.getByRole('button', { name: 'Send invitation' }).click()
  await expect(page.getByRole('row', { name: /nadia@new\.example/ })).toContainText('Editor')

  const other = await browser.newContext({ baseURL: site.origin })
  const newcomer = await other.newPage()
  await open(newcomer, '/demo/mailbox')
  const mail = newcomer.getByRole('article', { name: /nadia@new\.example/ })
  // A job delivers it a moment later; the page looks again by itself.
  await expect(mail).toContainText('Larkspur Labs', { timeout: 20_000 })
  await mail.getByRole('link', { name: 'Open its link' }).click()
  await expect(newcomer.getByRole('heading', { name: 'Join Larkspur Labs' })).toBeVisible()
  await arriveAt(newcomer, new URL(newcomer.url()).pathname)
  await newcomer.getByRole('textbox', { name: 'Your name' }).fill('Nadia New')
  await newcomer.getByLabel('Password').fill(PASSWORD)
  await newcomer.getByRole('button', { name: 'Join' }).click()
  await arriveAt(newcomer, '/')
  await open(newcomer, '/documents')
  await expect(newcomer.getByRole('link', { name: 'Roles' })).toBeVisible()
  await expect(newcomer.getByRole('link', { name: 'Invitations' })).toHaveCount(0)
  await other.close()

  await open(page, '/members?search=nadia')
  await expect(page.getByRole('row', { name: /Nadia New/ })).toContainText('Editor')
})

test('a list is looked at before anybody is invited, and then sent while one watches', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/invitations')
  await page.getByRole('link', { name: 'Import a list' }).click()
  await expect(page.getByRole('heading', { name: 'Import a list' })).toBeVisible()
  const people = Array.from({ length: 25 }, (_, index) => `p${index}@list.example,viewer`)
  const list = ['email,role', ...people, 'victor@larkspur.example,viewer', 'x@list.example,emperor']
  await page.getByLabel('File').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(list.join('\n')),
  })
  await expect(page.getByRole('textbox', { name: 'Addresses and roles' })).toHaveValue(/p24@list/)
  await page.getByRole('button', { name: 'Check the list' }).click()
  const lines = page.getByRole('table', { name: 'Lines of the list' })
  await expect(lines.getByRole('row', { name: /victor@/ })).toContainText('Member already')
  await expect(lines.getByRole('row', { name: /x@list/ })).toContainText('No such role')
  await expect(lines.getByText('Would be invited')).toHaveCount(25)
  await page.getByRole('button', { name: 'Send 25 invitations' }).click()
  await expect(page.getByRole('alert')).toContainText('25 invitations sent')
  await expect(lines.getByText('Invited', { exact: true })).toHaveCount(25)
  await open(page, '/invitations')
  await expect(page.getByRole('row', { name: /@list\.example/ })).toHaveCount(25)
})

test('a file in another encoding is told apart, and nothing is sent', async ({ page, enterAs }) => {
  await enterAs('owner')
  await open(page, '/invitations/import')
  await page.getByLabel('File').setInputFiles({
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('m\u00fcller@list.example', 'latin1'),
  })
  await expect(page.getByText(/no text in UTF-8/)).toBeVisible()
})

test('whoever is invited under their own address is told so, and finds the way in in the mail alone', async ({
  page,
  enterAs,
}) => {
  await enterAs('outsider')
  for (const path of ['/welcome', '/account']) {
    await open(page, path)
    const invited = content(page).getByRole('region', { name: 'You are invited' })
    await expect(invited).toContainText('open the link in the mail to otto@outside.example')
    await expect(invited.getByRole('listitem')).toContainText('Larkspur Labs')
    await expect(invited.getByRole('listitem')).toContainText('As Viewer, by Olivia')
    await expect(invited.getByRole('button')).toHaveCount(0)
  }
})
