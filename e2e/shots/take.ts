/** Taking the pictures: one browser context for each person, theme and width. */
import { join } from 'node:path'
import type { Browser, BrowserContext } from '@playwright/test'
import type { Site } from '../journeys/site.ts'

export const PEOPLE = ['owner', 'editor', 'viewer', 'author'] as const
const THEMES = ['light', 'dark'] as const
/** A telephone, a tablet, a desk; in CSS pixels. */
const WIDTHS = [390, 768, 1440] as const
const HEIGHT = 900

export interface Shot {
  readonly page: string
  readonly person: (typeof PEOPLE)[number]
  readonly theme: (typeof THEMES)[number]
  readonly width: (typeof WIDTHS)[number]
  /** Relative to the shots' folder. */
  readonly file: string
}

/** Every combination, the narrowest first. */
export function shotsOf(pages: readonly string[], people: readonly Shot['person'][]): Shot[] {
  return people.flatMap((person) =>
    THEMES.flatMap((theme) =>
      WIDTHS.flatMap((width) =>
        pages.map((page) => ({
          page,
          person,
          theme,
          width,
          file: fileFor(page, person, theme, width),
        })),
      ),
    ),
  )
}

/** `/projects/123` → `projects_123`; the dashboard is `dashboard`. */
export function nameOf(page: string): string {
  return page === '/' ? 'dashboard' : page.slice(1).replaceAll(/[^\w-]+/g, '_')
}

function fileFor(page: string, person: string, theme: string, width: number): string {
  return `${nameOf(page)}--${person}-${theme}-${width}.png`
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
    const context = await openAs(browser, site, first)
    const page = await context.newPage()
    for (const shot of group) {
      await page.goto(site.origin + shot.page, { waitUntil: 'networkidle' })
      await page.screenshot({ path: join(folder, shot.file), fullPage: true })
    }
    await context.close()
    process.stderr.write(`· ${name}\n`)
  }
}

async function openAs(browser: Browser, site: Site, shot: Shot): Promise<BrowserContext> {
  const { person, theme, width } = shot
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  const cookies = site.cookiesOf(person)
  await context.addCookies(
    cookies.map((cookie) => ({ ...cookie, url: site.origin, httpOnly: true })),
  )
  return context
}
