/**
 * `npm run shots`: every page, as four people, light and dark, at three widths, of the production
 * build; and one contact sheet for each page, to look at.
 *
 *   npm run shots                              all of them, into .gatehouse/shots
 *   npm run shots -- --pages=/projects,/roles  only these pages
 *   npm run shots -- --people=owner,viewer     only these people
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.ts'
import { buildIfStale } from '../../scripts/running/build.ts'
import { projectFolder } from '../../scripts/running/files.ts'
import { prepareStage } from '../harness/prepare-stage.ts'
import { setRunFolder } from '../harness/stage.ts'
import { guardedPages } from '../journeys/guarded-pages.ts'
import { openSite } from '../journeys/site.ts'
import { contactSheet } from './contact-sheet.ts'
import { PEOPLE, type Shot, shotsOf, take } from './take.ts'

const FOLDER = join(projectFolder, '.gatehouse', 'shots')

const folder = mkdtempSync(join(tmpdir(), 'gatehouse-shots-'))
setRunFolder(folder)
await buildIfStale()
const takeDown = await prepareStage(folder)
const { site, close } = await openSite()
const found = await findBrowser()
if (found === undefined) throw new Error('there is no browser here, see scripts/browser.ts')
const browser = await chromium.launch(found)
try {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const pages = asked('pages') ?? ['/login', '/design', ...(await guardedPages(site))]
  const people = PEOPLE.filter((person) => asked('people')?.includes(person) ?? true)
  const shots: Shot[] = shotsOf(pages, people)
  process.stderr.write(`${shots.length} pictures of ${pages.length} pages\n`)
  await take(browser, site, shots, FOLDER)
  for (const page of pages) {
    await contactSheet(
      browser,
      page,
      shots.filter((shot) => shot.page === page),
      FOLDER,
    )
  }
  process.stdout.write(`Contact sheets: ${FOLDER}\n`)
} finally {
  await browser.close()
  await close()
  await takeDown()
  rmSync(folder, { recursive: true, force: true })
}

function asked(option: string): string[] | undefined {
  const given = process.argv.find((argument) => argument.startsWith(`--${option}=`))
  return given?.slice(option.length + 3).split(',')
}
