/** One person, two organizations: what may be done follows the one that is worked in. */
import { expect, test } from './fixtures.ts'
import { createProject, newName, openFirstDocument } from './things.ts'
import { content, open, switchTo, title } from './walking.ts'

test('a consultant is a viewer here and an admin there', async ({ page, enterAs }) => {
  await enterAs('consultant')
  await open(page, '/')
  await expect(title(page)).toHaveText('Larkspur Labs')
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('link', { name: 'Audit log' })).toHaveCount(0)
  await open(page, '/projects')
  await expect(page.getByRole('link', { name: 'Alpine Seed Bank' })).toBeVisible()
  await expect(content(page).getByRole('button')).toHaveCount(0)

  await switchTo(page, 'Tidewater Books')
  await expect(navigation.getByRole('link', { name: 'Audit log' })).toBeVisible()
  await open(page, '/projects')
  await expect(page.getByRole('link', { name: 'Spring List' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Alpine Seed Bank' })).toHaveCount(0)
  const name = newName('Autumn List')
  await createProject(page, name)
  await open(page, '/projects')
  await expect(page.getByRole('link', { name })).toBeVisible()

  await switchTo(page, 'Larkspur Labs')
  await open(page, '/projects')
  await expect(page.getByRole('link', { name: 'Alpine Seed Bank' })).toBeVisible()
  await expect(page.getByText(name)).toHaveCount(0)
  await expect(content(page).getByRole('button')).toHaveCount(0)
})

test('a page of the other organization is not there after switching', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  await enterAs('consultant')
  await open(page, '/documents')
  await openFirstDocument(page)
  const { pathname } = new URL(page.url())
  expect(pathname).toMatch(/^\/documents\/./)

  await switchTo(page, 'Tidewater Books')
  await open(page, pathname)
  await expect(page.getByText('There is nothing here')).toBeVisible()
})
