/** Back and forward: a list is found as it was left, with its words, order, page and place. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { arriveAt, open, title } from './walking.ts'

const rows = (page: Page) => page.getByRole('table', { name: 'Documents' }).getByRole('rowheader')
const searchBox = (page: Page) => page.getByRole('searchbox', { name: 'Search documents' })
const scrolled = (page: Page) => page.evaluate(() => Math.round(window.scrollY))

test.use({ viewport: { width: 1100, height: 600 } })

test('back from a document, the list is as it was, down to where one was in it', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/documents')
  await page.getByRole('radio', { name: 'Published' }).click()
  await arriveAt(page, '/documents?status=published')
  await page.getByRole('link', { name: 'Title' }).click()
  await arriveAt(page, '/documents?status=published&sort=title')
  await searchBox(page).fill('e')
  const narrowed = '/documents?status=published&sort=title&search=e'
  await arriveAt(page, narrowed)
  const titles = () => rows(page).getByRole('link').allTextContents()
  await expect.poll(async () => (await titles()).every((one) => /e/i.test(one))).toBe(true)
  const before = await rows(page).allTextContents()
  await rows(page).last().getByRole('link').scrollIntoViewIfNeeded()
  const place = await scrolled(page)
  expect(place, 'the list is longer than the window').toBeGreaterThan(100)
  await rows(page).last().getByRole('link').click()
  await expect(page.getByRole('article')).toBeVisible()
  await expect.poll(() => scrolled(page), { message: 'a page begins at its top' }).toBe(0)

  await page.goBack()
  await arriveAt(page, narrowed)
  await expect(rows(page)).toHaveText(before)
  await expect(searchBox(page)).toHaveValue('e')
  await expect(page.getByRole('radio', { name: 'Published' })).toBeChecked()
  await expect(page.getByRole('columnheader', { name: 'Title' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  await expect.poll(() => scrolled(page), { message: 'where it was left' }).toBe(place)
})

test('each step back undoes one choice, and forward makes it again', async ({ page, enterAs }) => {
  await enterAs('viewer')
  await open(page, '/documents')
  const next = page.getByRole('link', { name: 'Next' })
  await next.click()
  await arriveAt(page, '/documents?page=2')
  await expect(page.getByRole('navigation', { name: 'Pages of documents' })).toContainText(/^26–/)
  const second = await rows(page).allTextContents()
  await page.getByRole('radio', { name: 'Archived' }).click()
  await arriveAt(page, '/documents?status=archived')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Roles' }).click()
  await expect(title(page)).toHaveText('Roles')

  for (const path of ['/documents?status=archived', '/documents?page=2', '/documents']) {
    await page.goBack()
    await arriveAt(page, path)
  }
  await expect(page.getByRole('radio', { name: 'All', exact: true })).toBeChecked()
  await expect(rows(page)).toHaveCount(25)
  await page.goForward()
  await arriveAt(page, '/documents?page=2')
  await expect(rows(page)).toHaveText(second)
  await page.goForward()
  await arriveAt(page, '/documents?status=archived')
  await expect(page.getByRole('radio', { name: 'Archived' })).toBeChecked()
  await page.goForward()
  await expect(title(page)).toHaveText('Roles')
})
