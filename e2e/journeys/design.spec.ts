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
