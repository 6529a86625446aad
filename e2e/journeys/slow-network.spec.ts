/** A slow network: what is on its way is shown, and nothing is sent twice meanwhile. */
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK, createDocument, newName } from './things.ts'
import { arriveAt, content, holdBack, open, title } from './walking.ts'

test('a form that is on its way takes no second press, and makes one thing', async ({
  page,
  enterAs,
  site,
}) => {
  await enterAs('owner')
  await open(page, '/projects')
  const name = newName('Slow Garden')
  const answer = await holdBack(page, /_serverFn\/projects\.createProject/)
  await page.getByRole('button', { name: 'New project' }).click()
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Name').fill(name)
  const create = dialog.getByRole('button', { name: 'Create', exact: true })
  await create.click()
  await expect(create).toHaveAttribute('aria-busy', 'true')
  await expect(create).toHaveAttribute('aria-disabled', 'true')
  await expect(create, 'the focus is not lost').toBeFocused()
  await create.press('Enter')
  await create.click({ force: true })
  await dialog.getByLabel('Name').press('Enter')
  answer.come()
  await expect(title(page)).toHaveText(name)
  expect(answer.asked(), 'times it was sent').toBe(1)
  const { rowCount } = await site.db.query('select from projects where name = $1', [name])
  expect(rowCount).toBe(1)
})

test('a button that is on its way takes no second press', async ({ page, enterAs }) => {
  await enterAs('owner')
  const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Slow bulbs'))
  await open(page, path)
  const answer = await holdBack(page, /_serverFn\/documents\.publishDocument/)
  await content(page).getByRole('button', { name: 'Publish', exact: true }).click()
  const button = content(page).getByRole('button', { name: 'Unpublish' })
  await expect(button).toHaveAttribute('aria-busy', 'true')
  await button.press('Enter')
  await button.click({ force: true })
  answer.come()
  await expect(button).not.toHaveAttribute('aria-busy')
  await expect(content(page).getByText('Published', { exact: true })).toBeVisible()
  expect(answer.asked(), 'times it was sent').toBe(1)
})

test('a page that takes a while says so in its place, and leaves the frame usable', async ({
  page,
  enterAs,
}) => {
  await enterAs('owner')
  await open(page, '/')
  const answer = await holdBack(page, /_serverFn\/members\.listMembers/)
  const navigation = page.getByRole('navigation', { name: 'Main' })
  await navigation.getByRole('link', { name: 'Members' }).click()
  await expect(content(page).getByText('Loading')).toBeAttached()
  await expect(content(page).locator('[aria-busy=true]')).toBeVisible()
  // Somebody who won't wait goes elsewhere, and stays there when the answer comes.
  await navigation.getByRole('link', { name: 'Documents' }).click()
  await arriveAt(page, '/documents')
  answer.come()
  await expect(title(page)).toHaveText('Documents')
  await navigation.getByRole('link', { name: 'Members' }).click()
  await expect(page.getByRole('table', { name: 'Members' })).toBeVisible()
})

test('while a list is searched its rows and the box stay, and late answers change nothing', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  await open(page, '/documents')
  const rows = page.getByRole('table', { name: 'Documents' }).getByRole('rowheader')
  const box = page.getByRole('searchbox', { name: 'Search documents' })
  const answer = await holdBack(page, /_serverFn\/documents\.listDocuments.*volunteer/)
  await box.fill('volunteer')
  await expect.poll(() => answer.asked()).toBeGreaterThan(0)
  await page.waitForTimeout(400)
  await expect(rows, 'the old ones').toHaveCount(25)
  await expect(box).toBeFocused()
  // Another search, answered before the first.
  await box.fill('freezer')
  await expect(rows).toHaveText([/Freezer/])
  answer.come()
  await page.waitForTimeout(300)
  await expect(rows).toHaveText([/Freezer/])
  await expect(box).toHaveValue('freezer')
})

test('a press that comes just before the menu does opens it', async ({ page, enterAs }) => {
  await enterAs('owner')
  await open(page, '/account')
  const button = page.getByRole('button', { name: /^Organization: / })
  await button.evaluate(pressOnceFetched)
  await expect(page.getByRole('menu')).toBeVisible()
})

/**
 * In the page: comes near, and presses between the moment when the menu's code is there and the one
 * when it takes the button's place. No mouse of a test can aim there; but the button is looked at for
 * the focus then, and what looks at the focus can be heard.
 */
function pressOnceFetched(button: Element): void {
  const mouse = { bubbles: true, pointerType: 'mouse', button: 0 }
  Object.defineProperty(document, 'activeElement', {
    configurable: true,
    get: () => {
      Reflect.deleteProperty(document, 'activeElement')
      queueMicrotask(() => button.dispatchEvent(new PointerEvent('pointerdown', mouse)))
      return document.activeElement
    },
  })
  button.dispatchEvent(new PointerEvent('pointerover', mouse))
}
