/**
 * `npm run shots`: every page and what opens on it, as four people, light and dark, at three widths,
 * of the production build; and one contact sheet for each, to look at.
 *
 *   npm run shots                              all of them, into .gatehouse/shots
 *   npm run shots -- --pages=projects,open-    only what has a name that starts so
 *   npm run shots -- --people=owner,viewer     only these people, where a page is not about others
 *   npm run shots -- --themes=dark --widths=390
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../../scripts/running/files.ts'
import { ACCOUNTS } from '../harness/people.ts'
import { withBrowser } from '../journeys/with-browser.ts'
import { contactSheet } from './contact-sheet.ts'
import { pages } from './pages.ts'
import type { Onlooker } from './subject.ts'
import { shotsOf, take, THEMES, WIDTHS } from './take.ts'
import { WINDOWS } from './windows.ts'

const FOLDER = join(projectFolder, '.gatehouse', 'shots')
const PEOPLE: readonly Onlooker[] = ['owner', 'editor', 'viewer', 'author']

await withBrowser([], async (browser, site) => {
  // What is asked for in part is taken again beside the rest.
  if (process.argv.length === 2) rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const names = asked('pages') ?? ['']
  const subjects = [...(await pages(site)), ...WINDOWS].filter(({ name }) =>
    names.some((start) => name.startsWith(start)),
  )
  const shots = shotsOf(subjects, {
    people: asked('people')?.filter(isOnlooker) ?? PEOPLE,
    themes: asked('themes') ?? THEMES,
    widths: asked('widths')?.map(Number) ?? WIDTHS,
  })
  process.stderr.write(`${shots.length} pictures of ${subjects.length} pages\n`)
  await take(browser, site, shots, FOLDER)
  for (const { name } of subjects) {
    const ofOne = shots.filter((shot) => shot.subject.name === name)
    if (ofOne.length > 0) await contactSheet(browser, name, ofOne, FOLDER)
  }
})
process.stdout.write(`Contact sheets: ${FOLDER}\n`)

function asked(option: string): string[] | undefined {
  const given = process.argv.find((argument) => argument.startsWith(`--${option}=`))
  return given?.slice(option.length + 3).split(',')
}

function isOnlooker(name: string): name is Onlooker {
  return name === 'nobody' || Object.hasOwn(ACCOUNTS, name)
}
