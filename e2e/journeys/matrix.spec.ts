/** The access matrix: who may do what, narrowed down by the address, with what each guards. */
import type { Locator, Page } from '@playwright/test'
import { ACCOUNTS, LARKSPUR } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import { arriveAt, content, open, title } from './walking.ts'

const matrix = (page: Page): Locator => page.getByRole('table', { name: 'Permissions by role' })

const rowOf = (page: Page, permission: string): Locator =>
  matrix(page)
    .getByRole('row')
    .filter({ has: page.getByText(permission, { exact: true }) })

test('somebody with two roles sees which of them gives each permission', async ({
  page,
  enterAs,
}) => {
  await enterAs('twoRoles')
  await open(page, '/matrix')
  await expect(title(page)).toHaveText('Access matrix')
  await expect(rowOf(page, 'users:read').getByRole('cell').first()).toHaveText(
    'Allowedby Editor, Billing',
  )
  await expect(rowOf(page, 'billing:write').getByRole('cell').first()).toHaveText(
    'Allowedby Billing',
  )
  await expect(rowOf(page, 'content:delete').getByRole('cell').first()).toHaveText('Not allowed')
})

test('what a billing contact may do is theirs without a role, and the matrix says so', async ({
  page,
  enterAs,
  site,
}) => {
  await site.db.query(
    'update memberships set is_billing_contact = true where org_id = $1 and user_id = $2',
    [LARKSPUR, ACCOUNTS.viewer.userId],
  )
  await enterAs('viewer')
  await open(page, '/matrix')
  const mine = (permission: string) => rowOf(page, permission).getByRole('cell').first()
  await expect(mine('billing:read')).toHaveText('Allowedby Vieweras billing contact')
  await expect(mine('billing:write')).toHaveText('Allowedas billing contact')
  await expect(mine('content:write')).toHaveText('Not allowed')
})

test('a permission shows the functions and routes that it guards', async ({ page, enterAs }) => {
  await enterAs('viewer')
  await open(page, '/matrix?search=audit%3Aexport')
  const row = rowOf(page, 'audit:export')
  await expect(row).toContainText('/api/audit-export')
  await expect(row).toContainText('plan: audit-export')
  await open(page, '/matrix?search=publishDocument')
  await expect(matrix(page).getByText('documents.publishDocument')).toBeVisible()
  await expect(matrix(page).getByRole('rowheader')).toHaveText([/content/, /content:publish/])
})

test('the filter is in the address, and an address brings it back', async ({ page, enterAs }) => {
  await enterAs('viewer')
  await open(page, '/matrix')
  for (const role of ['Editor', 'Viewer', 'Billing', 'Reviewer']) {
    await page.getByRole('button', { name: role, exact: true }).click()
  }
  await page.getByRole('button', { name: 'Only differences' }).click()
  await arriveAt(page, '/matrix?roles=owner%2Cadmin&differ=true')
  await expect(page.getByText('2 permissions')).toBeVisible()
  await page.reload()
  await expect(page.getByText('2 permissions')).toBeVisible()
  await expect(rowOf(page, 'org:transfer')).toBeVisible()
  await expect(matrix(page).getByRole('columnheader')).toHaveText([
    'Permission',
    'You',
    'Owner',
    'Admin',
    'Guards',
  ])
  await page.getByRole('searchbox').fill('nothing of the kind')
  await content(page).getByRole('link', { name: 'Show all of them' }).click()
  await arriveAt(page, '/matrix')
  await expect(page.getByText('24 permissions')).toBeVisible()
})

test('names of roles and permissions stay in sight while the table scrolls', async ({
  page,
  enterAs,
}) => {
  await page.setViewportSize({ width: 390, height: 800 })
  await enterAs('owner')
  await open(page, '/matrix')
  const region = page.getByRole('region', { name: 'Permissions by role' })
  await region.evaluate((element) => element.scrollTo(300, 600))
  await expect(matrix(page).getByRole('columnheader', { name: 'Admin' })).toBeInViewport()
  await expect(matrix(page).getByRole('rowheader', { name: /^users:write/ })).toBeInViewport()
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width, 'the page itself does not scroll sideways').toBeLessThanOrEqual(390)
})
