/** The list of projects, and what an archived one lets one do. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { createDocument, createProject, newName } from './things.ts'
import { arriveAt, content, open, title } from './walking.ts'

const table = (page: Page) => page.getByRole('table', { name: 'Projects' })
const names = (page: Page) => table(page).getByRole('rowheader').getByRole('link')

test('projects are found by a word, by state, and ordered both ways', async ({ page, enterAs }) => {
  await enterAs('viewer')
  await open(page, '/projects')
  const all = await names(page).allTextContents()
  expect(all).toEqual(all.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })))
  await table(page).getByRole('link', { name: 'Name' }).click()
  await arriveAt(page, '/projects?sort=-name')
  await expect(names(page)).toHaveText(all.toReversed())
  await page.getByRole('radio', { name: 'Archived' }).click()
  await arriveAt(page, '/projects?sort=-name&status=archived')
  await expect(names(page)).toHaveCount(1)
  await page.goBack()
  await page.getByRole('searchbox', { name: 'Search projects' }).fill('alpine')
  await arriveAt(page, '/projects?sort=-name&search=alpine')
  await expect(names(page)).toHaveText(['Alpine Seed Bank'])
})

test('an archived project is read, and nothing in it is changed until it is restored', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  const name = newName('Rockery')
  const projectPath = await createProject(page, name)
  const documentPath = await createDocument(page, projectPath, newName('Stones'))
  await open(page, projectPath)
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  await expect(content(page).getByText('This project is archived')).toBeVisible()
  await expect(page.getByRole('link', { name: 'New document' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^Actions for/ })).toHaveCount(0)

  await open(page, documentPath)
  await expect(content(page).getByText('This project is archived')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0)
  await open(page, `${documentPath}/edit`)
  await expect(content(page).getByText('This project is archived')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save' })).toHaveCount(0)

  await open(page, projectPath)
  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(page.getByRole('link', { name: 'New document' })).toBeVisible()
  await expect(title(page)).toHaveText(name)
})
