/** A link into another organization of one's own: it offers to go there, and never just goes. */
import { FERNWAY, LARKSPUR, TIDEWATER } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import { guardedPages } from './guarded-pages.ts'
import { ALPINE_SEED_BANK, SPRING_LIST } from './things.ts'
import { arriveAt, open, title } from './walking.ts'

const NOTHING = 'There is nothing here'
const OFFER = 'This is in Tidewater Books'

test('the link is opened after a press, and nothing is switched before it', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  await enterAs('consultant')
  await open(page, `/projects/${SPRING_LIST}?org=${TIDEWATER}`)
  await expect(page.getByText(OFFER)).toBeVisible()
  await expect(page.getByText('Spring List')).toHaveCount(0)
  await open(page, '/')
  await expect(title(page)).toHaveText('Larkspur Labs')

  await open(page, `/projects/${SPRING_LIST}?org=${TIDEWATER}`)
  await page.getByRole('button', { name: 'Switch and open' }).click()
  await arriveAt(page, `/projects/${SPRING_LIST}`)
  await expect(title(page)).toHaveText('Spring List')
  // Back in the other direction, one may also decide to stay.
  await open(page, `/projects/${ALPINE_SEED_BANK}?org=${LARKSPUR}`)
  await page.getByRole('link', { name: 'Stay in Tidewater Books' }).click()
  await arriveAt(page, '/')
  await expect(title(page)).toHaveText('Tidewater Books')
})

test('a page that one may open there and not here is offered as well', async ({
  page,
  enterAs,
}) => {
  await enterAs('consultant')
  await open(page, `/audit?org=${TIDEWATER}`)
  await expect(page.getByText(OFFER)).toBeVisible()
  // And a page that would show the same address in this organization is not shown instead.
  await open(page, `/members?org=${TIDEWATER}`)
  await expect(page.getByText(OFFER)).toBeVisible()
  await expect(page.getByRole('table', { name: 'Members' })).toHaveCount(0)
})

test('without a mention, or into an organization that is not one’s own, there is nothing', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  await enterAs('consultant')
  for (const search of ['', `?org=${FERNWAY}`, '?org=made-up', `?org=${LARKSPUR}`]) {
    await open(page, `/projects/${SPRING_LIST}${search}`)
    await expect(page.getByText(NOTHING)).toBeVisible()
    await expect(page.getByRole('button', { name: 'Switch and open' })).toHaveCount(0)
  }
})

test('who does not belong there learns nothing from the link', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  await enterAs('viewer')
  const madeUp = SPRING_LIST.replace('8000', '8111')
  for (const id of [SPRING_LIST, madeUp]) {
    await open(page, `/projects/${id}?org=${TIDEWATER}`)
    await expect(page.getByText(NOTHING)).toBeVisible()
    await expect(page.getByText('Tidewater')).toHaveCount(0)
  }
})

test('a copied link says which organization it leads into', async ({
  page,
  context,
  site,
  enterAs,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await enterAs('viewer')
  const things = (await guardedPages(site)).filter((path) => /^\/\w+\/[\da-f-]{36}$/.test(path))
  expect(things.length, 'projects, documents, members, roles').toBeGreaterThanOrEqual(4)
  for (const path of things) {
    await open(page, path)
    await page.getByRole('button', { name: 'Copy link' }).click()
    await expect(page.getByText('Copied')).not.toHaveCount(0)
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`${page.url()}?org=${LARKSPUR}`)
  }
})
