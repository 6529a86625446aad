/** The design system's page: everything it shows can be used by everybody, in both themes. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { violations } from './violations.ts'
import { open } from './walking.ts'

test('axe finds nothing wrong with it in either theme', async ({ page }) => {
  expect(await violations(page, '/design')).toEqual([])
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
    const axe = new AxeBuilder({ page }).setLegacyMode(true).include(`[role=${opened}]`)
    const found = await axe.analyze()
    expect(
      found.violations.map(({ id, nodes }) => [opener, id, nodes.map(({ html }) => html)]),
    ).toEqual([])
    await page.keyboard.press('Escape')
    await expect(page.getByRole(opened)).toHaveCount(0)
  }
})
