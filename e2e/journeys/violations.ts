/** What axe finds wrong with a page, or with what is open over it, in either theme. */
import { createRequire } from 'node:module'
import type { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { open, settled } from './walking.ts'

/** A theme changes colours and nothing else, so only what is about colours is asked for both. */
const ABOUT_COLOURS = ['color-contrast', 'link-in-text-block']

/**
 * The script alone, from the package that wraps it: the wrapper hands it to the page twice for each
 * look, which costs more than the looks.
 */
const besides = createRequire(import.meta.url)
const { source: AXE } = createRequire(besides.resolve('@axe-core/playwright'))('axe-core') as {
  source: string // what the package exports, read as its own type does
}

type Results = Awaited<ReturnType<AxeBuilder['analyze']>>

/** @returns one sentence for each, whatever its impact */
export async function violations(page: Page, path: string): Promise<string[]> {
  await open(page, path)
  await settled(page)
  return judge(page, path)
}

interface Judged {
  readonly within?: string
  readonly without?: readonly string[]
  readonly width?: number
}

/**
 * Looks at what is on the page now.
 *
 * @param within a selector: looks at this part alone
 * @param without rules that are not asked for
 * @param width of the window in CSS pixels, where another than it has is meant
 */
export async function judge(
  page: Page,
  what: string,
  { within, without = [], width }: Judged = {},
): Promise<string[]> {
  if (width !== undefined) await page.setViewportSize({ width, height: 844 })
  await page.evaluate(`'axe' in window || ${AXE}`)
  await page.emulateMedia({ colorScheme: 'light' })
  const found = await look(page, `${what} in the light theme`, { within, without })
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = { within, without, rules: ABOUT_COLOURS }
  return [...found, ...(await look(page, `${what} in the dark theme`, dark))]
}

interface Look {
  readonly within: string | undefined
  readonly without: readonly string[]
  readonly rules?: readonly string[]
}

async function look(
  page: Page,
  where: string,
  { within, without, rules }: Look,
): Promise<string[]> {
  const { passes, wrong } = await page.evaluate(runAxe, { within, without, rules })
  expect(passes, `${where}: axe looked at something`).toBeGreaterThan(rules === undefined ? 5 : 0)
  return wrong.map(({ id, impact, html }) => `${where}: ${id} (${impact}): ${html}`)
}

interface WithAxe {
  readonly axe: { readonly run: (at: unknown, options: unknown) => Promise<Results> }
}

/** Runs in the page. No page holds a frame, and its styles are in it already. */
async function runAxe({ within, without, rules }: Look) {
  const { axe } = window as unknown as WithAxe // put there by `judge`
  const at = {
    include: within ?? document,
    // They hand the focus on before anybody is told of them.
    exclude: ['[data-base-ui-focus-guard]'],
  }
  const { passes, violations: wrong } = await axe.run(at, {
    preload: false,
    rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
    resultTypes: ['violations'],
    ...(rules === undefined ? {} : { runOnly: rules }),
  })
  return {
    passes: passes.length,
    wrong: wrong.map(({ id, impact, nodes }) => ({
      id,
      impact: String(impact),
      html: nodes.map(({ html }) => html.slice(0, 160)).join(' and '),
    })),
  }
}
