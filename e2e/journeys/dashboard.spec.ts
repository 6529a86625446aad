/** The dashboard's charts: they come when they are looked at, and cost nobody the page. */
import { expect, test } from './fixtures.ts'
import { arriveAt, content, open, title } from './walking.ts'

test('a history that could not be read costs its own place alone, and can be asked for again', async ({
  page,
  enterAs,
  expectedRefusals,
  toleratedComplaints,
}) => {
  expectedRefusals.add(503)
  toleratedComplaints.push(/./)
  await enterAs('owner')
  await open(page, '/projects')
  const activity = /_serverFn\/dashboard\.getActivity/
  await page.route(activity, (route) => route.fulfill({ status: 503, body: 'no' }))
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Dashboard' })
    .click()
  await arriveAt(page, '/')
  const notice = content(page).getByRole('alert')
  await expect(notice).toContainText('The activity could not be read', { timeout: 20_000 })
  await expect(title(page)).toHaveText('Larkspur Labs')
  await expect(content(page).getByRole('heading', { name: 'What you may do here' })).toBeVisible()

  await page.unroute(activity)
  await notice.getByRole('button', { name: 'Try again' }).click()
  await expect(content(page).getByRole('heading', { name: 'Written and published' })).toBeVisible()
  await expect(notice).toHaveCount(0)
})

test('on a telephone nothing is drawn before somebody scrolls to it', async ({ page, enterAs }) => {
  await page.setViewportSize({ width: 390, height: 600 })
  await enterAs('owner')
  await open(page, '/')
  const chart = content(page).locator('svg.recharts-surface').first()
  await expect(content(page).getByRole('table', { name: /^Documents written/ })).toBeAttached()
  await page.evaluate(
    () => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 500))),
  )
  await expect(chart).toHaveCount(0)
  await content(page).getByText('The fullest projects').scrollIntoViewIfNeeded()
  await expect(chart).toBeVisible()
})
