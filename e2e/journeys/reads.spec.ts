/** What the pages read, counted on the wire: nothing twice, and nothing that is known already. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK, createDocument, createProject, newName } from './things.ts'
import { arriveAt, content, open, signOut, switchTo, title } from './walking.ts'

test('who looks at the pages is read with the first one, and not again on the way', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  const calls = watchCalls(page)
  await open(page, '/')
  expect(calls, 'the server has read everything for the first page').toEqual([])

  await walk(page, ['Projects', 'Documents', 'Members', 'Roles', 'Settings', 'Dashboard'])
  expect(calls).toContain('GET members.listMembers')
  expect(calls).toContain('GET organizations.getOrganization')
  expect(calls).not.toContain('GET account.getViewer')
  expect(calls, 'nothing is read twice').toEqual([...new Set(calls)])
})

test('what was read while the pointer was over a link serves the press', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/')
  const calls = watchCalls(page)
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Members' })
  const answered = page.waitForResponse(/_serverFn\/members\.listMembers/)
  await link.hover()
  await (await answered).finished()
  await link.click()
  await arriveAt(page, '/members')
  await expect(page.getByRole('table', { name: 'Members' })).toBeVisible()
  // The list, and the roles that it can be filtered by.
  expect(calls.toSorted()).toEqual(['GET members.listMembers', 'GET roles.listRoles'])
})

test('after an action everything that is shown is read again, once', async ({ page, enterAs }) => {
  await enterAs('owner')
  const path = await createProject(page, newName('Fern Walk'))
  await open(page, path)
  const calls = watchCalls(page)
  await content(page).getByRole('button', { name: 'Archive' }).click()
  await expect(page.getByText('Project archived')).toBeVisible()
  await expect
    .poll(() => calls.toSorted())
    .toEqual([
      'GET account.getViewer',
      'GET documents.listDocuments',
      'GET projects.getProject',
      'POST projects.archiveProject',
    ])

  // Another page that was read before does not show what was true before.
  await walk(page, ['Projects'])
  expect(calls).toContain('GET projects.listProjects')
})

test('what a page showed is not asked for again once it is deleted', async ({ page, enterAs }) => {
  await enterAs('owner')
  const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Ephemera'))
  await open(page, path)
  const calls = watchCalls(page)
  await content(page).getByRole('button', { name: 'Delete', exact: true }).click()
  await page.getByRole('button', { name: 'Delete document' }).click()
  await arriveAt(page, '/documents')
  await expect(title(page)).toHaveText('Documents')
  await page.waitForTimeout(300)
  expect(calls.toSorted()).toEqual([
    'GET account.getViewer',
    'GET documents.listDocuments',
    'POST documents.deleteDocument',
  ])
})

test('a status changes at once, and changes back when the server refuses', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(503)
  await enterAs('editor')
  const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Frost dates'))
  await open(page, path)
  const { told, tell } = promiseToTell()
  await page.route(/_serverFn\/documents\.publishDocument/, async (route) => {
    await told
    await route.fulfill({ status: 503, contentType: 'text/plain', body: 'Service Unavailable' })
  })
  await content(page).getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(content(page).getByText('Published', { exact: true })).toBeVisible()
  tell()
  await expect(content(page).getByText('Draft', { exact: true })).toBeVisible()
  await expect(content(page).getByRole('button', { name: 'Publish', exact: true })).toBeVisible()
})

test('coming back to a tab that belongs to another organization by now shows that', async ({
  page,
  enterAs,
  context,
}) => {
  await enterAs('consultant')
  await open(page, '/documents')
  const other = await context.newPage()
  await open(other, '/')
  await switchTo(other, 'Tidewater Books')

  await comeBackTo(page)
  await expect(content(page).getByRole('alert')).toContainText('in another tab')
})

test('coming back to a tab after signing out elsewhere leads to signing in, and back', async ({
  page,
  enterAs,
  context,
  expectedRefusals,
}) => {
  expectedRefusals.add(401)
  await enterAs('consultant')
  await open(page, '/documents')
  const other = await context.newPage()
  await open(other, '/account')
  await signOut(other)
  await arriveAt(other, '/login')

  await comeBackTo(page)
  await arriveAt(page, '/login?redirect=%2Fdocuments')
})

test('a tab that is switching shows nothing of what the old page is still refused', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(409)
  await enterAs('consultant')
  await open(page, '/')
  const alerts: string[] = []
  await page.exposeFunction('sawAlert', (text: string) => alerts.push(text))
  await page.evaluate(() => {
    new MutationObserver(() => {
      for (const alert of document.querySelectorAll('main [role=alert]')) {
        // Put there by the test, above.
        void (window as unknown as { sawAlert: (text: string) => unknown }).sawAlert(
          alert.textContent ?? '',
        )
      }
    }).observe(document.body, { childList: true, subtree: true })
  })
  // The server switches; its answer, and with it the new document, takes a while.
  const { told, tell } = promiseToTell()
  await page.route(/_serverFn\/organizations\.switchOrganization/, async (route) => {
    const response = await route.fetch()
    await told
    await route.fulfill({ response })
  })
  await page.getByRole('button', { name: /^Organization: / }).click()
  const switched = page.waitForRequest(/_serverFn\/organizations\.switchOrganization/)
  await page.getByRole('menuitem', { name: 'Tidewater Books' }).press('Enter')
  await switched
  await page.waitForTimeout(300)
  const refused = page.waitForResponse((response) => response.status() === 409)
  await page.getByRole('link', { name: 'Projects' }).first().click()
  await refused
  await page.waitForTimeout(300)
  tell()
  await expect(title(page)).toHaveText('Tidewater Books')
  expect(alerts).toEqual([])
})

/** What the browser says when somebody comes back to a tab. */
async function comeBackTo(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
  )
}

/** @returns a promise, and what keeps it */
function promiseToTell() {
  let tell = () => {}
  const told = new Promise<void>((resolve) => {
    tell = resolve
  })
  return { told, tell: () => tell() }
}

/** @returns the server functions that the page's script has called since, in order */
function watchCalls(page: Page): string[] {
  const calls: string[] = []
  page.on('request', (request) => {
    const called = /\/_serverFn\/([^/?]+)/.exec(request.url())?.[1]
    if (called !== undefined) calls.push(`${request.method()} ${called}`)
  })
  return calls
}

/** From page to page by the menu. */
async function walk(page: Page, names: readonly string[]): Promise<void> {
  const navigation = page.getByRole('navigation', { name: 'Main' })
  for (const name of names) {
    const link = navigation.getByRole('link', { name })
    await link.click()
    await arriveAt(page, (await link.getAttribute('href')) ?? '')
    await expect(link).toHaveAttribute('aria-current', 'page')
  }
}
