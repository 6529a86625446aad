/** The design system's page: everything it shows can be used by everybody, in both themes. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from './fixtures.ts'
import { open } from './walking.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing wrong with it in the ${colorScheme} theme`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await open(page, '/design')
    const { passes, violations } = await new AxeBuilder({ page }).analyze()
    expect(passes.length, 'axe looked at something').toBeGreaterThan(20)
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
}

test('what opens over the page can be used by everybody, and Escape closes it', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
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
    const { violations } = await new AxeBuilder({ page }).include(`[role=${opened}]`).analyze()
    expect(violations.map(({ id, nodes }) => [opener, id, nodes.map(({ html }) => html)])).toEqual(
      [],
    )
    await page.keyboard.press('Escape')
    await expect(page.getByRole(opened)).toHaveCount(0)
  }
})
