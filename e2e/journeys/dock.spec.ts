/** The demo's dock: another person, the same page, and what that changed. */
import type { Page } from '@playwright/test'
import { LARKSPUR } from '../harness/people.ts'
import { startServer } from '../harness/server.ts'
import { readStage } from '../harness/stage.ts'
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK } from './things.ts'
import { arriveAt, open, title } from './walking.ts'

/** Its functions, and the file with its code. */
const OF_THE_DOCK = /_serverFn\/demo\.|\/assets\/dock-/

test('another person stays on the page, and is told what appeared and what went', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/projects')
  await become(page, 'Victor Amadi')
  await arriveAt(page, '/projects')
  await expect(
    dock(page).getByRole('button', { name: /^You are Victor Amadi Viewer/ }),
  ).toBeVisible()

  const note = dock(page).getByRole('region', { name: 'What changed' })
  await expect(note.getByText('Olivia Brandt → Victor Amadi')).toBeVisible()
  await expect(note.getByRole('listitem').filter({ hasText: 'New project' })).toBeVisible()
  const audit = note.getByRole('listitem').filter({ hasText: 'Audit log' })
  await expect(audit).toContainText('audit:read (missing)')
  await expect(note.getByText('Appeared')).toBeHidden()

  await become(page, 'Olivia Brandt')
  await arriveAt(page, '/projects')
  await expect(note.getByText('Victor Amadi → Olivia Brandt')).toBeVisible()
  await expect(audit).toContainText('audit:read (held)')
  await expect(note.getByText('Went')).toBeHidden()
  await note.getByRole('button', { name: 'Dismiss what changed' }).click()
  await expect(note).toBeHidden()
})

test.describe('on a telephone', () => {
  test.use({ viewport: { width: 390, height: 900 }, isMobile: true, hasTouch: true })

  test('the list of people stands on the dock, also once it has filled', async ({
    page,
    enterAs,
  }) => {
    await enterAs('owner')
    await open(page, '/')
    await dock(page).getByRole('button').first().click()
    await expect(page.getByRole('menuitem', { name: 'Otto Fischer' })).toBeVisible()
    const places = () =>
      page.evaluate(() => ({
        width: innerWidth,
        list: document.querySelector('[role=menu]')?.getBoundingClientRect().bottom ?? Infinity,
        dock: document.querySelector('aside[aria-label=Demo]')?.getBoundingClientRect().top ?? 0,
      }))
    await expect(async () => {
      const { width, list, dock } = await places()
      expect(width, 'the page is as wide as the telephone').toBe(390)
      expect(list, 'the list ends where the dock begins').toBeLessThanOrEqual(dock)
    }).toPass({ timeout: 5_000 })
  })
})

test('who may not see the page is led away from it, and the next person tries it again', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/audit')
  await become(page, 'Victor Amadi')
  await expect(title(page)).toHaveText('You can’t open that page')
  const note = dock(page).getByRole('region', { name: 'What changed' })
  await expect(note).toContainText('Victor Amadi may not open /audit and was led here.')

  await become(page, 'Adam Reyes')
  await arriveAt(page, '/audit')
  await become(page, 'Otto Fischer')
  await arriveAt(page, '/welcome')
  await become(page, 'Olivia Brandt')
  await arriveAt(page, '/audit')
})

test('the page of a thing that a person cannot know of says that there is nothing', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  await enterAs('viewer')
  await open(page, `/projects/${ALPINE_SEED_BANK}`)
  await become(page, 'Bianca Conti')
  await expect(page.getByText('There is nothing here')).toBeVisible()
  await become(page, 'Victor Amadi')
  await arriveAt(page, `/projects/${ALPINE_SEED_BANK}`)
  await expect(title(page)).toHaveText('Alpine Seed Bank')
})

test('it is on the sign-in page too, and goes on to the page that was asked for', async ({
  page,
}) => {
  await open(page, '/members')
  await arriveAt(page, '/login?redirect=%2Fmembers')
  await become(page, 'Victor Amadi')
  await arriveAt(page, '/members')
})

test('everybody in the list holds the roles that it says, where they start', async ({
  page,
  site,
}) => {
  const { rows } = await site.db.query<{ name: string; roles: string[] }>(
    `select u.name, array_remove(array_agg(r.name), null) as roles
     from auth.user u
     left join memberships m on m.user_id = u.id and m.org_id = $1
     left join member_roles mr on mr.org_id = m.org_id and mr.membership_id = m.id
     left join roles r on r.org_id = mr.org_id and r.id = mr.role_id
     group by u.name`,
    [LARKSPUR],
  )
  await open(page, '/login')
  await trigger(page).click()
  const items = page.getByRole('menuitem')
  await expect(items).toHaveCount(10)
  for (const text of await items.allInnerTexts()) {
    const known = rows.find(({ name }) => text.includes(name))
    expect(known, text).toBeDefined()
    for (const role of known?.roles ?? []) expect(text).toContain(role)
  }
})

test('folded, it stays folded on the next page', async ({ page, enterAs }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await enterAs('viewer')
  await open(page, '/')
  await expect(dock(page).getByText('Victor Amadi')).toBeVisible()
  expect(
    asked.some((url) => OF_THE_DOCK.test(url)),
    'the dock has code of its own',
  ).toBe(true)
  await dock(page).getByRole('button', { name: 'Fold the dock' }).click()
  await expect(dock(page).getByText('Victor Amadi')).toBeHidden()
  await open(page, '/documents')
  await expect(trigger(page)).toBeVisible()
  await expect(dock(page).getByText('Victor Amadi')).toBeHidden()
  await dock(page).getByRole('button', { name: 'Show the dock in full' }).click()
  await expect(dock(page).getByText('Victor Amadi')).toBeVisible()
})

test('outside demo mode there is no dock, and nothing asks for one', async ({ browser, site }) => {
  const stage = readStage()
  const { rows } = await site.db.query<{ name: string }>('select current_database() as name')
  const plain = await startServer(stage, { database: rows[0]?.name ?? '', demo: false })
  const context = await browser.newContext({ baseURL: plain.origin })
  try {
    const cookies = site.cookiesOf('owner')
    await context.addCookies(cookies.map((one) => ({ ...one, url: plain.origin, httpOnly: true })))
    const page = await context.newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await open(page, '/projects')
    await expect(title(page)).toHaveText('Projects')
    await page.waitForLoadState('networkidle')
    await expect(dock(page)).toHaveCount(0)
    expect(asked.filter((url) => OF_THE_DOCK.test(url))).toEqual([])
    expect(asked.length).toBeGreaterThan(3)
  } finally {
    await context.close()
    await plain.stop()
  }
})

function dock(page: Page) {
  return page.getByRole('complementary', { name: 'Demo' })
}

function trigger(page: Page) {
  return dock(page).getByRole('button', { name: /Change person$/ })
}

/** Changes the person by the dock, on whatever page is open. */
async function become(page: Page, name: string): Promise<void> {
  await trigger(page).click()
  await Promise.all([
    page.waitForEvent('domcontentloaded'),
    page.getByRole('menuitem', { name }).click(),
  ])
}
