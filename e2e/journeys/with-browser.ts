/** A site and a browser outside Playwright's runner, for what looks at pages and judges no journey. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.ts'
import { buildIfStale } from '../../scripts/running/build.ts'
import { prepareStage } from '../harness/prepare-stage.ts'
import { setRunFolder } from '../harness/stage.ts'
import { openSite, type Site } from './site.ts'

/**
 * Builds, seeds, serves and opens a browser; takes all of it down again, whatever happens.
 *
 * @param args what the browser is started with, besides its own
 * @throws Error when there is no browser here
 */
export async function withBrowser<T>(
  args: readonly string[],
  work: (browser: Browser, site: Site) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-pages-'))
  setRunFolder(folder)
  await buildIfStale()
  const takeDown = await prepareStage(folder)
  const { site, close } = await openSite()
  const found = await findBrowser()
  if (found === undefined) throw new Error('there is no browser here, see scripts/browser.ts')
  const browser = await chromium.launch({ ...found, args: [...found.args, ...args] })
  try {
    return await work(browser, site)
  } finally {
    await browser.close()
    await close()
    await takeDown()
    rmSync(folder, { recursive: true, force: true })
  }
}
