/** Things of the seed that the journeys visit, and new ones for those that change something. */
import { randomUUID } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { arriveAt, open, title } from './walking.ts'

const fixedId = (group: number, index: number): string =>
  `01900000-0000-7000-8000-${String(group * 1000 + index).padStart(12, '0')}`

/** Of Larkspur Labs. */
export const ALPINE_SEED_BANK = fixedId(10, 1)
/** A published document in it. */
export const FREEZER_INVENTORY = fixedId(20, 2)
/** Of Tidewater Books. */
export const SPRING_LIST = fixedId(11, 1)

/** @returns a name that nothing has yet, so that a test can be repeated on the same database */
export function newName(kind: string): string {
  return `${kind} ${randomUUID().slice(0, 8)}`
}

/** Creates a project by its dialog. @returns its path */
export async function createProject(page: Page, name: string): Promise<string> {
  await open(page, '/projects')
  await page.getByRole('button', { name: 'New project' }).click()
  const dialog = page.getByRole('dialog', { name: 'New project' })
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(title(page)).toHaveText(name)
  return new URL(page.url()).pathname
}

/** Creates a document by the form of a project. @returns its path */
export async function createDocument(
  page: Page,
  projectPath: string,
  name: string,
): Promise<string> {
  await open(page, projectPath)
  await page.getByRole('link', { name: 'New document' }).click()
  await arriveAt(page, `${projectPath}/new-document`)
  await page.getByLabel('Title').fill(name)
  await page.getByLabel('Text').fill('# First\n\nWritten *today*.')
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(title(page)).toHaveText(name)
  return new URL(page.url()).pathname
}

/** Opens the first document of the list on the page: the link in its row, not those that order. */
export async function openFirstDocument(page: Page): Promise<void> {
  const rows = page.getByRole('table', { name: 'Documents' }).getByRole('rowheader')
  await rows.first().getByRole('link').click()
  await expect(page.getByRole('article')).toBeVisible()
}

/** A role of Larkspur's own, which nobody holds. */
export const REVIEWER_ROLE = '01900000-0000-7000-8000-000000030001'
