/**
 * Every page, as the server renders it and as the browser goes there. The watch of the fixtures is
 * the test: no error in the console, nothing refused by the policy, no other site asked.
 */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { guardedPages } from './guarded-pages.ts'
import { arriveAt, content, open, pathOf, title } from './walking.ts'

/** A telephone and a tablet, in CSS pixels; the other tests are at a desk. */
const NARROW = [390, 768] as const

/** @returns where the page is wider than its window, so that it would scroll sideways */
async function overflows(page: Page, path: string): Promise<string[]> {
  const wide: string[] = []
  const before = page.viewportSize()
  for (const width of NARROW) {
    await page.setViewportSize({ width, height: 900 })
    // A chart learns of its new width a moment later; what is really too wide stays so.
    const fits = await page
      .waitForFunction(
        () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        undefined,
        { timeout: 2000 },
      )
      .then(
        () => true,
        () => false,
      )
    if (!fits) wide.push(`${path} at ${width}`)
  }
  if (before !== null) await page.setViewportSize(before)
  return wide
}

test('every page opens by its address, fits a narrow window, is indexed by nobody, and the browser has nothing to complain about', async ({
  page,
  enterAs,
  site,
}) => {
  await open(page, '/login')
  await enterAs('owner')
  const names = new Set<string>()
  const wide: string[] = []
  for (const path of await guardedPages(site)) {
    await open(page, path)
    expect(pathOf(page.url())).toBe(path)
    await expect(title(page)).toBeVisible()
    await expect(page).toHaveTitle(/ · Gatehouse$/)
    await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
    names.add(await page.title())
    wide.push(...(await overflows(page, path)))
  }
  expect(wide, 'pages that scroll sideways').toEqual([])
  expect(names.size, 'pages have names of their own').toBeGreaterThan(12)
})

test('every page of the menu opens without a new document', async ({ page, enterAs }) => {
  await enterAs('owner')
  await open(page, '/')
  const links = page.getByRole('navigation', { name: 'Main' }).getByRole('link')
  await page.evaluate(() => {
    document.documentElement.dataset.same = 'document'
  })
  for (const link of await links.all()) {
    const path = (await link.getAttribute('href')) ?? ''
    await link.click()
    await arriveAt(page, path)
    await expect(link).toHaveAttribute('aria-current', 'page')
    await expect(title(page)).toBeVisible()
  }
  await expect(page.locator('html')).toHaveAttribute('data-same', 'document')
})

test('a page that is not there says so', async ({ page, enterAs, expectedRefusals }) => {
  expectedRefusals.add(404)
  await enterAs('viewer')
  await open(page, '/documents/01900000-0000-7000-8000-999999999999')
  await expect(content(page).getByText('There is nothing here')).toBeVisible()
  await open(page, '/no/such/page')
  await expect(content(page).getByText('There is nothing here')).toBeVisible()
})

test('the policy refuses what the page did not ship, and the watch notices', async ({
  page,
  expectedComplaints,
}) => {
  expectedComplaints.push(/script-src/, /style-src/)
  await open(page, '/login')
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'document.documentElement.dataset.ran = "yes"'
    const style = document.createElement('style')
    style.textContent = 'h1 { visibility: hidden }'
    document.body.append(script, style)
  })
  await expect(title(page)).toBeVisible()
  await expect(page.locator('html')).not.toHaveAttribute('data-ran')
})
