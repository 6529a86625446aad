/** The design system's page: everything it shows can be used by everybody, in both themes. */
import { expect, test } from './fixtures.ts'
import { judge } from './violations.ts'
import { open } from './walking.ts'

test('axe finds nothing wrong with it in either theme', async ({ page }) => {
  // What is on its way is among what it shows, so nobody waits for it.
  await open(page, '/design')
  expect(await judge(page, '/design')).toEqual([])
})

test('what opens over the page can be used by everybody, and Escape closes it', async ({
  page,
}) => {
  await open(page, '/design')
  for (const [opener, opened] of [
    ['Options', 'menu'],
    ['Why?', 'dialog'],
    ['New project', 'dialog'],
    ['Delete', 'dialog'],
    ['Details', 'dialog'],
    ['Go to', 'dialog'],
  ] as const) {
    await page
      .getByRole('main')
      .getByRole('button', { name: opener })
      .and(page.locator(':enabled'))
      .first()
      .click()
    await expect(page.getByRole(opened)).toBeVisible()
    expect(await judge(page, opener, { within: `[role=${opened}]` })).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole(opened)).toHaveCount(0)
  }
})
