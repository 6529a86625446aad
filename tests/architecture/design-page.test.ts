/** The design page leaves nothing out: each component of src/ui is drawn there, and not there alone. */
import { expect, test } from 'vitest'
import { repositoryFiles } from './conventions/source-file'

/** Drawn by another component, by this name or behind it; a reader meets them through that one. */
const WITHIN: ReadonlySet<string> = new Set([
  'ConfirmWindow', // ConfirmDialog
  'Dialog', // FormDialog and ConfirmDialog
  'DialogButtons', // every dialog of the page ends with them
  'Markdown', // Prose
  'Toaster', // the root of all pages
])

const files = repositoryFiles()
const isSample = (path: string): boolean => path.startsWith('src/routes/-design/')
const sample = files
  .filter(({ path }) => isSample(path))
  .map(({ text }) => text)
  .join('\n')
const pages = files
  .filter(({ path }) => /^src\/(routes|features)\//.test(path) && !isSample(path))
  .map(({ text }) => text)
  .join('\n')

/** What a file of parts or a list of toasts exports is fetched by the component of its name. */
const components = files
  .filter(
    ({ path }) => /^src\/ui\/.*\.tsx$/.test(path) && !/(-parts|-list|\.test)\.tsx$/.test(path),
  )
  .flatMap(({ text }) => [...text.matchAll(/^export function ([A-Z]\w+)/gm)])
  .map(([, name]) => name ?? '')

test('there are components to look for', () => {
  expect(components.length).toBeGreaterThan(50)
})

test.each(components.filter((name) => !WITHIN.has(name)))('%s is drawn on the page', (name) => {
  expect(sample).toMatch(new RegExp(`<${name}\\b`))
})

test.each(['Drawer', 'Sidebar', 'Breadcrumbs', 'TableSkeleton', 'Tabs', 'Card'])(
  '%s is used by the product too',
  (name) => {
    expect(pages).toMatch(new RegExp(`<(parts\\.)?${name}\\b`))
  },
)
