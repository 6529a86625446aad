/** What a plan allows, as people meet it: a way on instead of an error, and a warning before less. */
import { expect, test } from './fixtures.ts'
import { createProject, newName } from './things.ts'
import { arriveAt, content, open, submitSignIn, title } from './walking.ts'

const FERNWAY = '01900000-0000-7000-8000-000000001003'
const BEYOND_PLAN = 'Depot Open Day'

test('a limit is met, the plan upgraded and the work continued; on the way back it is said what that leaves over', async ({
  page,
  enterAs,
}) => {
  await enterAs('fullOwner')
  await open(page, '/projects')
  await expect(content(page)).toContainText('Free has no room for more projects')
  await expect(page.getByRole('button', { name: 'New project' })).toHaveCount(0)
  const leftOver = page.getByRole('row', { name: new RegExp(BEYOND_PLAN) })
  await expect(leftOver).toContainText('Read-only: not in plan')

  await leftOver.getByRole('link').click()
  await expect(title(page)).toHaveText(BEYOND_PLAN)
  await expect(content(page)).toContainText('Free covers the 5 oldest projects')
  for (const name of ['Edit', 'Archive'])
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'New document' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Delete', exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Upgrade to Pro' }).click()
  await arriveAt(page, '/billing?plan=pro&for=projects')
  await page.getByRole('button', { name: 'Change to Pro' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('All 6 projects are covered')
  await expect(dialog).toContainText('Comes: Roles of your own')
  await dialog.getByRole('button', { name: 'Change to Pro' }).click()
  await expect(content(page)).toContainText('Pro it is')
  await expect(page.getByRole('table', { name: 'Invoices' })).toContainText('€49.00')

  await page.getByRole('link', { name: 'Continue in Projects' }).click()
  await arriveAt(page, '/projects')
  await expect(content(page)).not.toContainText('Read-only')
  const name = newName('Works')
  await createProject(page, name)

  await open(page, '/billing')
  await page.getByRole('button', { name: 'Change to Free' }).click()
  await expect(dialog).toContainText(`Read-only: ${BEYOND_PLAN}, ${name} (2 of 7 projects)`)
  await dialog.getByRole('button', { name: 'Change to Free' }).click()
  await expect(content(page)).toContainText('The 2 newest are read-only.')
  await open(page, '/projects')
  await expect(page.getByText('Read-only: not in plan')).toHaveCount(2)
})

test('who may not change the plan is told who can', async ({ page, site }) => {
  await site.db.query('update document_months set created = 30 where org_id = $1', [FERNWAY])
  await open(page, '/login')
  await submitSignIn(page, 'kenji@fernway.example')
  await arriveAt(page, '/')
  await open(page, '/projects')
  await page.getByRole('link', { name: 'Step-free Stations' }).click()
  await expect(title(page)).toHaveText('Step-free Stations')
  await expect(content(page)).toContainText('Free has no room for more new documents a month')
  await expect(content(page)).toContainText('Pro has it: ask Ruth Abara, who can change the plan.')
  await expect(page.getByRole('link', { name: /^Upgrade/ })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'New document' })).toHaveCount(0)
})

test('a feature that the plan leaves out is said where it would be', async ({ page, enterAs }) => {
  await enterAs('otherAdmin')
  await open(page, '/audit')
  await expect(content(page)).toContainText('Pro does not include audit log download')
  await expect(page.getByRole('link', { name: 'Download' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Upgrade to Enterprise' }).click()
  await arriveAt(page, '/billing?plan=enterprise&for=audit-export')
  await expect(content(page).getByText('(not available yet)').first()).toBeVisible()
})

test('a plan without roles of one’s own still lets rights be taken from one, and says that none can be added', async ({
  page,
  enterAs,
}) => {
  await enterAs('fullOwner')
  await open(page, '/roles')
  await content(page).getByRole('link', { name: 'Reviewer', exact: true }).click()
  await expect(title(page)).toHaveText('Reviewer')
  await expect(content(page)).toContainText('Free covers no roles of your own')
  await expect(page.getByRole('link', { name: 'Upgrade to Pro' })).toBeVisible()

  const write = page.getByRole('checkbox', { name: /content:write/ })
  await expect(write).toBeDisabled()
  await expect(content(page).getByText('Your plan does not let you add it.').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Detach' })).toHaveCount(0)

  const publish = page.getByRole('checkbox', { name: /content:publish/ })
  await publish.uncheck()
  await page.getByRole('button', { name: 'Save role' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Save role' }).click()
  await expect(page.getByText('Reviewer saved')).toBeVisible()
  // What was taken is what can't be added.
  await expect(publish).not.toBeChecked()
  await expect(publish).toBeDisabled()
})
