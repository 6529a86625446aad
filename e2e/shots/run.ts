/**
 * `npm run shots`: every page, as four people, light and dark, at three widths, of the production
 * build; and one contact sheet for each page, to look at.
 *
 *   npm run shots                              all of them, into .gatehouse/shots
 *   npm run shots -- --pages=/projects,/roles  only these pages
 *   npm run shots -- --people=owner,viewer     only these people
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../scripts/running/files.ts'
import { guardedPages } from '../journeys/guarded-pages.ts'
import { withBrowser } from '../journeys/with-browser.ts'
import { contactSheet } from './contact-sheet.ts'
import { PEOPLE, shotsOf, take } from './take.ts'

const FOLDER = join(projectFolder, '.gatehouse', 'shots')

await withBrowser([], async (browser, site) => {
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const pages = asked('pages') ?? ['/login', '/design', ...(await guardedPages(site))]
  const people = PEOPLE.filter((person) => asked('people')?.includes(person) ?? true)
  const shots = shotsOf(pages, people)
  process.stderr.write(`${shots.length} pictures of ${pages.length} pages\n`)
  await take(browser, site, shots, FOLDER)
  for (const page of pages) {
    const ofPage = shots.filter((shot) => shot.page === page)
    await contactSheet(browser, page, ofPage, FOLDER)
  }
})
process.stdout.write(`Contact sheets: ${FOLDER}\n`)

function asked(option: string): string[] | undefined {
  const given = process.argv.find((argument) => argument.startsWith(`--${option}=`))
  return given?.slice(option.length + 3).split(',')
}
