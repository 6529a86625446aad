/** What axe finds wrong with a page, in either theme. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { open } from './walking.ts'

/** A theme changes colours and nothing else, so only what is about colours is asked for both. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block']

/** @returns one sentence for each, whatever its impact */
export async function violations(page: Page, path: string): Promise<string[]> {
  await open(page, path)
  await page.emulateMedia({ colorScheme: 'light' })
  const found = await look(page, `${path} in the light theme`)
  await page.emulateMedia({ colorScheme: 'dark' })
  return [...found, ...(await look(page, `${path} in the dark theme`, ABOUT_COLOURS))]
}

async function look(page: Page, where: string, rules?: string[]): Promise<string[]> {
  // In one go: no page holds a frame of another site, for which axe would open a second tab.
  // Styles are in the page already, and what is in order needs no picture of itself.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ preload: false, resultTypes: ['violations'] })
  if (rules !== undefined) axe.withRules(rules)
  const { passes, violations: wrong } = await axe.analyze()
  const least = rules === undefined ? 10 : 0
  expect(passes.length, `${where}: axe looked at something`).toBeGreaterThan(least)
  return wrong.map(({ id, impact, nodes }) => {
    const elements = nodes.map(({ html }) => html.slice(0, 160)).join(' and ')
    return `${where}: ${id} (${String(impact)}): ${elements}`
  })
}
