/** Taking the pictures: one browser context for each person, theme and width. */
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Site } from '../journeys/site.ts'
import type { Onlooker, Subject } from './subject.ts'

export const THEMES = ['light', 'dark'] as const
/** A telephone, a tablet, a desk; in CSS pixels. */
export const WIDTHS = [390, 768, 1440] as const
const HEIGHT = 900

export interface Wanted {
  readonly people: readonly Onlooker[]
  readonly themes: readonly string[]
  readonly widths: readonly number[]
}

export interface Shot {
  readonly subject: Subject
  readonly person: Onlooker
  readonly theme: string
  readonly width: number
  /** Relative to the shots' folder. */
  readonly file: string
}

/** Every combination that exists, the narrowest first. */
export function shotsOf(subjects: readonly Subject[], wanted: Wanted): Shot[] {
  return subjects.flatMap((subject) =>
    (subject.people ?? wanted.people).flatMap((person) =>
      wanted.themes.flatMap((theme) =>
        wanted.widths
          .filter((width) => subject.widths?.includes(width) ?? true)
          .map((width) => {
            const file = `${subject.name}--${person}-${theme}-${width}.png`
            return { subject, person, theme, width, file }
          }),
      ),
    ),
  )
}

/** Takes them, context by context. A page that fails to load is a picture of that failure. */
export async function take(
  browser: Browser,
  site: Site,
  shots: readonly Shot[],
  folder: string,
): Promise<void> {
  const groups = Map.groupBy(shots, ({ person, theme, width }) => `${person} ${theme} ${width}`)
  for (const [name, group] of groups) {
    const [first] = group
    if (first === undefined) continue
    // What had to be done for a picture is in none of the next person's.
    await site.restore()
    const context = await openAs(browser, site, first)
    for (const { subject, file } of group) {
      const page = await context.newPage()
      await page.goto(site.origin + subject.path, { waitUntil: 'networkidle' })
      if (subject.open === undefined) await showWhole(page)
      else await openOn(page, subject)
      await page.screenshot({ path: join(folder, file) })
      await page.close()
    }
    await context.close()
    process.stderr.write(`· ${name}\n`)
  }
}

/** A window as high as the page: what waits to be seen is there, and what floats is at its end. */
async function showWhole(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0
  // What comes at the first look may make the page longer.
  for (const look of ['first', 'second'] as const) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight)
    await page.setViewportSize({ width, height: Math.max(height, HEIGHT) })
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(look === 'first' ? 300 : 50)
  }
}

/** What can't be opened is said, and is a picture of the page as it is. */
async function openOn(page: Page, { name, open }: Subject): Promise<void> {
  page.setDefaultTimeout(8000)
  await open?.(page).catch((error: unknown) => {
    process.stderr.write(`  ${name}: ${String(error).split('\n', 1).join('')}\n`)
  })
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
}

async function openAs(browser: Browser, site: Site, shot: Shot): Promise<BrowserContext> {
  const { person, theme, width } = shot
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    colorScheme: theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    // What is narrow is held in a hand, where controls are higher.
    hasTouch: width < 1024,
    isMobile: width < 1024,
  })
  const cookies = person === 'nobody' ? [] : site.cookiesOf(person)
  await context.addCookies(
    cookies.map((cookie) => ({ ...cookie, url: site.origin, httpOnly: true })),
  )
  return context
}
