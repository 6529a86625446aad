/** What happens in one tab holds in all of them: a tab never acts for who or where it no longer is. */
import type { Page } from '@playwright/test'
import { TIDEWATER } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import type { Site } from './site.ts'
import { newName, openFirstDocument, SPRING_LIST } from './things.ts'
import { arriveAt, content, open, pressPersona, signOut, switchTo, title } from './walking.ts'

test('after signing out in one tab, what the other does leads to signing in and back', async ({
  page,
  enterAs,
  context,
  expectedRefusals,
  site,
}) => {
  expectedRefusals.add(401)
  await enterAs('owner')
  await open(page, '/projects')
  const [reading, deed] = [await context.newPage(), newName('Too late')]
  await open(reading, '/documents')
  await fillInProject(page, deed)

  const leaving = await context.newPage()
  await open(leaving, '/account')
  await signOut(leaving)
  await arriveAt(leaving, '/login')

  await submitProject(page)
  await arriveAt(page, '/login?redirect=%2Fprojects')
  expect(await projectsNamed(site, deed)).toBe(0)
  await reading.getByRole('link', { name: 'Members' }).click()
  await arriveAt(reading, '/login?redirect=%2Fmembers')

  await pressPersona(reading, 'Olivia Brandt')
  await arriveAt(reading, '/members')
  await expect(title(reading)).toHaveText('Members')
})

test('a form of one organization, sent after switching to another, changes neither (20)', async ({
  page,
  enterAs,
  context,
  expectedRefusals,
  site,
}) => {
  expectedRefusals.add(409)
  await enterAs('owner')
  await open(page, '/projects')
  const name = newName('Orchid House')
  await fillInProject(page, name)

  // An owner there too: nothing but the switch stands in the way.
  const other = await context.newPage()
  const organization = newName('Orchid Society')
  await open(other, '/welcome')
  await other.getByLabel('Name').fill(organization)
  await other.getByRole('button', { name: 'Create' }).click()
  await arriveAt(other, '/')
  await expect(title(other)).toHaveText(organization)

  await submitProject(page)
  await expectNotice(page)
  expect(await projectsNamed(site, name)).toBe(0)

  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText('No projects yet')).toBeVisible()
  await open(other, '/projects')
  await expect(other.getByText('No projects yet')).toBeVisible()
})

test('a document opened as an admin is not saved from where one is a viewer (20)', async ({
  page,
  enterAs,
  context,
  expectedRefusals,
  site,
}) => {
  expectedRefusals.add(409)
  await enterAs('consultant')
  await open(page, '/')
  await switchTo(page, 'Tidewater Books')
  await open(page, `/projects/${SPRING_LIST}`)
  await openFirstDocument(page)
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(title(page)).toHaveText('Edit document')
  const before = await documentsOf(site)

  const other = await context.newPage()
  await open(other, '/')
  await switchTo(other, 'Larkspur Labs')

  await page.getByLabel('Title').fill('Written in the wrong place')
  await page.getByRole('button', { name: 'Save' }).click()
  await expectNotice(page)
  expect(await documentsOf(site)).toEqual(before)
})

test('a tab that only reads says that it belongs to the other organization (20)', async ({
  page,
  enterAs,
  context,
  expectedRefusals,
  toleratedComplaints,
}) => {
  expectedRefusals.add(409)
  // Either the guard notices, or the page's own read is refused; React logs what that shows.
  toleratedComplaints.push(/You switched to another organization/)
  await enterAs('consultant')
  await open(page, '/')
  const other = await context.newPage()
  await open(other, '/')
  await switchTo(other, 'Tidewater Books')

  await page.getByRole('link', { name: 'Projects' }).first().click()
  await expectNotice(page)
  await expect(page.getByText('Spring List')).toHaveCount(0)
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(page.getByText('Spring List')).toBeVisible()
})

async function fillInProject(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New project' }).click()
  await page.getByRole('dialog', { name: 'New project' }).getByLabel('Name').fill(name)
}

async function submitProject(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByRole('button', { name: 'Create' }).click()
}

async function expectNotice(page: Page): Promise<void> {
  const notice = content(page).getByRole('alert')
  await expect(notice).toContainText('You changed person or organization in another tab')
  await expect(notice.getByRole('button', { name: 'Reload' })).toBeVisible()
}

async function projectsNamed(site: Site, name: string): Promise<number> {
  const { rowCount } = await site.db.query('select from projects where name = $1', [name])
  return rowCount ?? 0
}

async function documentsOf(site: Site): Promise<unknown[]> {
  const { rows } = await site.db.query<Record<string, unknown>>(
    'select id, title, body, version from documents where org_id = $1 order by id',
    [TIDEWATER],
  )
  return rows
}
