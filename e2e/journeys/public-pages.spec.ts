/** Pages for everybody, in the demo: the dock is there, the mailbox is found, and a dead link says so. */
import { expect, test } from './fixtures.ts'
import { arriveAt, content, open, title } from './walking.ts'

test('a link whose invitation is over says so, and leads to signing in', async ({
  page,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  await open(page, `/invite/${'x'.repeat(43)}`)
  await expect(title(page)).toHaveText('This invitation is over')
  await content(page).getByRole('link', { name: 'Sign in' }).click()
  await arriveAt(page, '/login')
})

test('a mail that the demo sent is found from where it was promised, and from the dock', async ({
  page,
}) => {
  await open(page, '/forgot')
  const dock = page.getByRole('complementary', { name: 'Demo' })
  await expect(dock.getByRole('link', { name: 'Mailbox' })).toBeVisible()
  await page.getByLabel('Email').fill('nobody@outside.example')
  await content(page).getByRole('button').click()
  await content(page).getByRole('link', { name: 'open the mailbox' }).click()
  await arriveAt(page, '/demo/mailbox')
  await expect(title(page)).toHaveText('Mailbox')
})
