/** Where the guards lead: people are shown what they miss and how to get on. */
import { ACCOUNTS } from '../harness/people.ts'
import { send } from '../harness/http.ts'
import { expect, test } from './fixtures.ts'
import { guardedPages } from './guarded-pages.ts'
import { ALPINE_SEED_BANK, FREEZER_INVENTORY } from './things.ts'
import { arriveAt, content, open, pathOf, submitSignIn, title } from './walking.ts'

test('whoever follows a link signs in first and then reads on', async ({ page }) => {
  const wanted = `/documents/${FREEZER_INVENTORY}?from=mail`
  await open(page, wanted)
  await arriveAt(page, `/login?redirect=${encodeURIComponent(wanted)}`)
  await submitSignIn(page, ACCOUNTS.viewer.email)
  await arriveAt(page, wanted)
  await expect(page.getByRole('article')).toBeVisible()
})

test('a viewer who opens the audit log is told what is missing and who can change that', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(403)
  await enterAs('viewer')
  await open(page, '/audit')
  const refused = '/unauthorized?permission=audit%3Aread&from=%2Faudit'
  await arriveAt(page, refused)
  await expect(title(page)).toHaveText('You can’t open that page')
  await expect(content(page).getByText('audit:read')).toBeVisible()
  await expect(content(page).getByText('Viewer', { exact: true })).toBeVisible()
  await expect(content(page).getByText(/Olivia Brandt/)).toBeVisible()

  // In the browser, without a new document, the same guard leads to the same place.
  await page.getByRole('link', { name: 'Try again' }).click()
  await arriveAt(page, refused)
  await expect(content(page).getByText('audit:read')).toBeVisible()
})

test('a guest reads and edits the one document they own, and finds no project', async ({
  page,
  enterAs,
}) => {
  await enterAs('author')
  await open(page, '/projects')
  await arriveAt(page, '/unauthorized?permission=projects%3Aread&from=%2Fprojects')
  await expect(content(page).getByText('projects:read')).toBeVisible()
  await expect(content(page).getByText('None', { exact: true })).toBeVisible()

  const navigation = page.getByRole('navigation', { name: 'Main' })
  await expect(navigation.getByRole('link')).toHaveText(['Dashboard', 'Documents'])
  await navigation.getByRole('link', { name: 'Documents' }).click()
  const documents = page.getByRole('table', { name: 'Documents' })
  await expect(documents.getByRole('row')).toHaveCount(2)
  await documents.getByRole('rowheader').getByRole('link').click()
  await expect(page.getByRole('article')).toBeVisible()
  await expect(page.getByRole('article').getByRole('link')).toHaveText(['Edit'])
  await expect(page.getByRole('article').getByRole('button')).toHaveText(['Copy link'])
})

test('a viewer who opens a form by its address is told so before filling it in', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  for (const form of [
    `/documents/${FREEZER_INVENTORY}/edit`,
    `/projects/${ALPINE_SEED_BANK}/new-document`,
  ]) {
    await open(page, form)
    await expect(title(page)).toHaveText('You can’t open that page')
    await expect(content(page).getByText('content:write')).toBeVisible()
  }
})

test('every guarded page answers a stranger with 307 to the sign-in page, and nothing else', async ({
  site,
}) => {
  for (const path of await guardedPages(site)) {
    const answer = await send(site.port, { method: 'GET', path })
    expect(answer.status, path).toBe(307)
    const target = new URL(answer.headers.location ?? '', site.origin)
    expect(target.origin, path).toBe(site.origin)
    expect(pathOf(target), path).toBe(
      path === '/' ? '/login' : `/login?redirect=${encodeURIComponent(path)}`,
    )
    expect(answer.body, path).not.toContain('Larkspur')
    expect(answer.headers['cache-control'], path).toContain('no-store')
  }
})

test('a page that takes a permission answers with 307 to what is missing', async ({ site }) => {
  const cookie = site
    .cookiesOf('viewer')
    .map(({ name, value }) => `${name}=${value}`)
    .join('; ')
  for (const path of ['/audit', '/audit/denials']) {
    const answer = await send(site.port, { method: 'GET', path, headers: { cookie } })
    expect(answer.status, path).toBe(307)
    expect(answer.headers.location, path).toBe(
      `/unauthorized?permission=audit%3Aread&from=${encodeURIComponent(path)}`,
    )
  }
})
