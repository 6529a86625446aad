/** No network: one is told, nothing that was typed is lost, and trying again works. */
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK, createDocument, newName } from './things.ts'
import { arriveAt, content, holdBack, open, title } from './walking.ts'

/** What the browser says about requests that found no way. */
const OFFLINE = [/ERR_INTERNET_DISCONNECTED/, /Failed to fetch/]

/** What a short message says. */
const told = (page: Page, text: string) =>
  page.getByRole('region', { name: 'Notifications' }).getByText(text)

test.beforeEach(({ toleratedComplaints }) => {
  toleratedComplaints.push(...OFFLINE)
})

test('a form that could not be sent keeps what was typed, and goes through at the next press', async ({
  page,
  context,
  enterAs,
  site,
}) => {
  await enterAs('owner')
  await open(page, '/projects')
  await page.getByRole('button', { name: 'New project' }).click()
  const dialog = page.getByRole('dialog', { name: 'New project' })
  const name = newName('Lost Garden')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('Description').fill('Written on a train.')
  await context.setOffline(true)
  const create = dialog.getByRole('button', { name: 'Create', exact: true })
  await create.click()
  await expect(told(page, 'The server could not be reached')).toBeVisible()
  await expect(dialog.getByLabel('Name')).toHaveValue(name)
  await expect(dialog.getByLabel('Description')).toHaveValue('Written on a train.')
  await expect(create).not.toHaveAttribute('aria-busy')

  await context.setOffline(false)
  await create.click()
  await expect(title(page)).toHaveText(name)
  const { rows } = await site.db.query<{ description: string }>(
    'select description from projects where name = $1',
    [name],
  )
  expect(rows).toEqual([{ description: 'Written on a train.' }])
})

test('a text that could not be saved is still in the editor, and is saved later', async ({
  page,
  context,
  enterAs,
}) => {
  await enterAs('editor')
  const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Lost notes'))
  await open(page, `${path}/edit`)
  await page.getByLabel('Text').fill('Nothing of this may be lost.')
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(told(page, 'The server could not be reached')).toBeVisible()
  await expect(page.getByLabel('Text')).toHaveValue('Nothing of this may be lost.')
  await expect(content(page).getByText('Not saved yet')).toBeVisible()

  await context.setOffline(false)
  await page.getByRole('button', { name: 'Save' }).click()
  await arriveAt(page, path)
  const article = page.getByRole('article')
  await expect(article.getByText('Nothing of this may be lost.')).toBeVisible()
})

test('what changed at once changes back when the server was not reached', async ({
  page,
  context,
  enterAs,
  site,
}) => {
  await enterAs('owner')
  await open(page, '/projects')
  const row = page.getByRole('row', { name: /Alpine Seed Bank/ })
  await row.getByRole('button', { name: /^Actions for/ }).click()
  const answer = await holdBack(page, /_serverFn\/projects\.archiveProject/)
  await page.getByRole('menuitem', { name: 'Archive' }).click()
  await expect(row, 'before the answer').toContainText('Archived')
  expect(answer.asked(), 'times it was sent').toBe(1)
  await context.setOffline(true)
  answer.fail()
  await expect(told(page, 'The server could not be reached')).toBeVisible()
  await expect(row).toContainText('Active')
  await context.setOffline(false)
  const { rows } = await site.db.query<{ status: string }>(
    'select status from projects where id = $1',
    [ALPINE_SEED_BANK],
  )
  expect(rows).toEqual([{ status: 'active' }])
})

test('a page that could not be read says so, and is read at the next try', async ({
  page,
  context,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/')
  const navigation = page.getByRole('navigation', { name: 'Main' })
  // Its script is here; its rows are not.
  await navigation.getByRole('link', { name: 'Members' }).click()
  await arriveAt(page, '/members')
  await navigation.getByRole('link', { name: 'Dashboard' }).click()
  await arriveAt(page, '/')
  await context.setOffline(true)
  await page.clock.install()
  await page.clock.fastForward(60_000)
  await navigation.getByRole('link', { name: 'Members' }).click()
  const notice = content(page).getByRole('alert')
  await runUntilShown(page, notice)
  await expect(notice).toContainText('The server could not be reached')
  await expect(navigation, 'the frame is still there').toBeVisible()
  await context.setOffline(false)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await runUntilShown(page, page.getByRole('table', { name: 'Members' }))
})

/** The page's clock stands still. What waits for it begins to wait when the browser gets there. */
async function runUntilShown(page: Page, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.runFor(1_000)
    await expect(shown).toBeVisible({ timeout: 250 })
  }).toPass({ timeout: 20_000 })
}

test('a page whose script could not be fetched does not cost the page one is on', async ({
  page,
  context,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/projects')
  await context.setOffline(true)
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('link', { name: 'Members' }).click()
  await expect(content(page).getByRole('alert')).toContainText('could not be reached')
  await context.setOffline(false)
  await content(page).getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('table', { name: 'Members' })).toBeVisible()
})

for (const [what, name, role] of [
  ['window', 'New project', 'dialog'],
  ['menu', 'Actions for Alpine Seed Bank', 'menu'],
] as const) {
  test(`a ${what} whose script could not be fetched says so`, async ({
    page,
    context,
    enterAs,
  }) => {
    await enterAs('owner')
    await open(page, '/projects')
    // What shows the message comes after the page.
    await expect(page.getByRole('region', { name: 'Notifications' })).toBeAttached()
    await context.setOffline(true)
    await page.getByRole('button', { name }).click()
    await expect(told(page, 'Couldn’t be opened')).toBeVisible()
    await expect(page.getByRole(role)).toHaveCount(0)

    await context.setOffline(false)
    await page.reload()
    await arriveAt(page, '/projects')
    await page.getByRole('button', { name }).click()
    await expect(page.getByRole(role)).toBeVisible()
  })
}
