/** Settings and the plan: who sees what, whom a refusal names, and how an organization ends. */
import { expect, test } from './fixtures.ts'
import { newName } from './things.ts'
import { arriveAt, content, open, pressPersona, title } from './walking.ts'

test('a viewer reads the settings and the plan, and is offered nothing', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  for (const path of ['/settings', '/billing']) {
    await open(page, path)
    await expect(content(page).getByText('Enterprise').first()).toBeVisible()
    await expect(content(page).locator('[data-fn], [data-opens]')).toHaveCount(0)
  }
})

test('what a plan leaves out is said, and the one in use is marked', async ({ page, enterAs }) => {
  await enterAs('billing')
  await open(page, '/billing')
  const free = page.getByRole('listitem').filter({ hasText: 'Change to Free' })
  await expect(free).toContainText('Audit log download: not in this plan')
  await expect(page.getByRole('listitem').filter({ hasText: 'Your plan' })).toContainText(
    'Enterprise',
  )
})

test('a refusal names the permission, and who can give it', async ({ page, enterAs }) => {
  await enterAs('billing')
  await open(page, '/settings')
  await expect(title(page)).toHaveText('You can’t open that page')
  await expect(content(page)).toContainText('org:settings:read')
  await expect(content(page)).toContainText('Adam Reyes, Olivia Brandt, Priya Nair')
  await page.getByRole('link', { name: 'Dashboard' }).last().click()
  await arriveAt(page, '/')
})

test('an organization is started, and ended by typing its name', async ({
  page,
  site,
  expectedRefusals,
}) => {
  // Another text than the name.
  expectedRefusals.add(400)
  await open(page, '/login')
  await pressPersona(page, 'Otto Fischer')
  await arriveAt(page, '/welcome')
  await expect(title(page)).toHaveText('Welcome, Otto Fischer')
  const name = newName('Office')
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Create' }).click()
  await arriveAt(page, '/')

  await open(page, '/settings')
  await page.getByRole('button', { name: 'Delete organization' }).click()
  const dialog = page.getByRole('dialog', { name: `Delete ${name}?` })
  const lookUp = () => site.db.query('select 1 from organizations where name = $1', [name])
  await dialog.getByRole('textbox').fill(name.toUpperCase())
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(dialog.getByText('Type the organization')).toBeVisible()
  expect((await lookUp()).rowCount).toBe(1)
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await arriveAt(page, '/welcome')
  expect((await lookUp()).rowCount).toBe(0)
})
