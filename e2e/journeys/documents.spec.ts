/** The list of documents: looked through by words, by state, by page, and gone back through. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK, createDocument, newName } from './things.ts'
import { arriveAt, content, holdBack, open, pathOf } from './walking.ts'

const table = (page: Page) => page.getByRole('table', { name: 'Documents' })
const titles = (page: Page) => table(page).getByRole('rowheader').getByRole('link')
const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search documents' })

test('somebody finds a document by a word of its title, and goes back', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/documents')
  await expect(titles(page)).toHaveCount(25)
  await searchBox(page).fill('VOLUNTEER')
  await arriveAt(page, '/documents?search=VOLUNTEER')
  await expect(titles(page)).toHaveText([/Volunteer/, /Volunteer/])
  // The box keeps what was typed, and the place to type on.
  await expect(searchBox(page)).toBeFocused()

  await titles(page).filter({ hasText: 'handbook' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Volunteer handbook')
  await page.goBack()
  await arriveAt(page, '/documents?search=VOLUNTEER')
  await expect(searchBox(page)).toHaveValue('VOLUNTEER')
  await expect(titles(page)).toHaveCount(2)
  await page.goBack()
  await arriveAt(page, '/documents')
  await expect(searchBox(page)).toHaveValue('')
  await expect(titles(page)).toHaveCount(25)
})

test('pages, orders and filters are in the address, and a filter begins at the first page', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/documents')
  const pages = page.getByRole('navigation', { name: 'Pages of documents' })
  await expect(pages).toContainText(/^1–25 of \d+/)
  await expect(pages.getByRole('link', { name: 'Previous' })).toHaveCount(0)
  const first = await titles(page).allTextContents()
  await pages.getByRole('link', { name: 'Next' }).click()
  await arriveAt(page, '/documents?page=2')
  await expect(pages).toContainText(/^26–/)
  const second = await titles(page).allTextContents()
  expect(first.filter((one) => second.includes(one))).toEqual([])

  await table(page).getByRole('link', { name: 'Title' }).click()
  await arriveAt(page, '/documents?sort=title')
  await expect(table(page).getByRole('columnheader', { name: 'Title' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await page.getByRole('radio', { name: 'Drafts' }).click()
  await arriveAt(page, '/documents?sort=title&status=draft')
  await expect(table(page).getByRole('cell', { name: 'Draft', exact: true }).first()).toBeVisible()
  await expect(table(page).getByText('Published', { exact: true })).toHaveCount(0)

  await page.reload()
  await arriveAt(page, '/documents?sort=title&status=draft')
  await expect(page.getByRole('radio', { name: 'Drafts' })).toBeChecked()
  await page.goBack()
  await arriveAt(page, '/documents?sort=title')
  await page.goBack()
  await arriveAt(page, '/documents?page=2')
  await expect(titles(page)).toHaveText(second)
})

test('a search that finds nothing says so, and leads back to everything', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/documents?search=%25%25&status=draft')
  await expect(content(page).getByText('No documents here match')).toBeVisible()
  await page.getByRole('link', { name: 'Clear the filters' }).click()
  await arriveAt(page, '/documents')
  await expect(titles(page)).toHaveCount(25)
})

test('an address that makes no sense opens the list all the same', async ({ page, enterAs }) => {
  await enterAs('viewer')
  await open(page, '/documents?page=-3&status=%27&sort=id%3Bselect&owner=everybody&search=%7B%7D')
  await expect(titles(page)).toHaveCount(25)
  expect(pathOf(page.url())).not.toContain('select')
})

test('one’s own are found among all, and a state is changed from the list', async ({
  page,
  enterAs,
}) => {
  await enterAs('editor')
  const name = newName('Compost')
  await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, name)
  await open(page, '/documents')
  await page.getByRole('button', { name: 'Mine' }).click()
  await arriveAt(page, '/documents?owner=me')
  const row = table(page).getByRole('row').filter({ hasText: name })
  await expect(row).toContainText('You')
  await row.getByRole('button', { name: `Actions for ${name}` }).click()
  // It shows at once; leaving before the answer could take it back.
  const answered = page.waitForResponse(/_serverFn\/documents\.publishDocument/)
  await page.getByRole('menuitem', { name: 'Publish', exact: true }).click()
  await expect(row).toContainText('Published')
  await answered
  await page.reload()
  await expect(row).toContainText('Published')
})

test('a change that is refused is taken back in the list', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(503)
  await enterAs('editor')
  const name = newName('Slugs')
  await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, name)
  await open(page, `/documents?search=${encodeURIComponent(name)}`)
  const answer = await holdBack(page, /_serverFn\/documents\.archiveDocument/)
  const row = table(page).getByRole('row').filter({ hasText: name })
  await row.getByRole('button', { name: `Actions for ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Archive', exact: true }).click()
  await expect(row, 'before the answer').toContainText('Archived')
  answer.refuse()
  await expect(page.getByText('No answer').first()).toBeVisible()
  await expect(row).toContainText('Draft')
})
