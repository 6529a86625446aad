/** Writing: what is saved, what two people save at once, and what is not lost on the way out. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK, createDocument, newName } from './things.ts'
import { arriveAt, content, holdBack, open, title } from './walking.ts'

const text = (page: Page) => page.getByLabel('Text')
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
const conflict = (page: Page) => page.getByRole('alert').filter({ hasText: 'Nothing was saved' })

/** Both open the same version; the other one saves first, the page's own save is refused. */
async function collide(page: Page, other: Page, path: string): Promise<void> {
  await open(page, `${path}/edit`)
  await open(other, `${path}/edit`)
  await text(other).fill('# First\n\nSaved first.')
  await save(other).click()
  await arriveAt(other, path)
  await text(page).fill('# First\n\nSaved second.')
  await save(page).click()
  await expect(conflict(page)).toBeVisible()
  await expect(text(page)).toHaveValue('# First\n\nSaved second.')
}

test.describe('somebody else saved first', () => {
  test.beforeEach(({ expectedRefusals }) => {
    expectedRefusals.add(409)
  })

  test('and one is told who it was', async ({ page, browser, site, enterAs }) => {
    await enterAs('editor')
    const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Dibber'))
    const elsewhere = await browser.newContext({ baseURL: site.origin })
    await elsewhere.addCookies(
      site.cookiesOf('owner').map((cookie) => ({ ...cookie, url: site.origin, httpOnly: true })),
    )
    await collide(page, await elsewhere.newPage(), path)
    await expect(conflict(page)).toContainText('Olivia Brandt saved this document first')
    await expect(conflict(page)).toBeInViewport()
    await elsewhere.close()
    await page.getByRole('button', { name: 'Save mine on top' }).click()
    await arriveAt(page, path)
    await expect(content(page).getByText(/, by Edith Sorensen/)).toBeVisible()
  })

  test('and one sees what differs, and saves one’s own on top', async ({
    page,
    context,
    enterAs,
  }) => {
    await enterAs('editor')
    const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Sieve'))
    await collide(page, await context.newPage(), path)
    await page.getByRole('button', { name: 'See the saved version' }).click()
    const theirs = page.getByRole('region', { name: 'What was saved' })
    await expect(theirs).toContainText('Only in yours:Saved second.')
    await expect(theirs).toContainText('Only in the saved version:Saved first.')
    await page.getByRole('button', { name: 'Save mine on top' }).click()
    await arriveAt(page, path)
    // The editor stays until the page is there, and holds the same words.
    await expect(text(page)).toHaveCount(0)
    await expect(content(page).getByText('Saved second.')).toBeVisible()
  })

  test('and one takes the other, and may have one’s own back', async ({
    page,
    context,
    enterAs,
  }) => {
    await enterAs('editor')
    const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Rake'))
    await collide(page, await context.newPage(), path)
    await page.getByRole('button', { name: 'Take the saved version' }).click()
    await expect(text(page)).toHaveValue('# First\n\nSaved first.')
    await page.getByRole('button', { name: 'Put my text back' }).click()
    await expect(text(page)).toHaveValue('# First\n\nSaved second.')
    await save(page).click()
    await arriveAt(page, path)
    // The editor stays until the page is there, and holds the same words.
    await expect(text(page)).toHaveCount(0)
    await expect(content(page).getByText('Saved second.')).toBeVisible()
  })

  test('twice, and one is told of the second time too', async ({ page, context, enterAs }) => {
    await enterAs('editor')
    const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Hoe'))
    const other = await context.newPage()
    await collide(page, other, path)
    await open(other, `${path}/edit`)
    await text(other).fill('Saved again.')
    await save(other).click()
    await arriveAt(other, path)
    await page.getByRole('button', { name: 'Save mine on top' }).click()
    await expect(conflict(page)).toContainText('Version 3')
    await expect(text(page)).toHaveValue('# First\n\nSaved second.')
  })
})

test('the keyboard saves, and one goes on writing', async ({ page, enterAs }) => {
  await enterAs('editor')
  const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Spade'))
  await open(page, `${path}/edit`)
  await text(page).fill('One.')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Version 2, saved')).toBeVisible()
  await text(page).press('End')
  await page.keyboard.type(' Two.')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Version 3, saved')).toBeVisible()
  await expect(text(page)).toHaveValue('One. Two.')
  await page.getByRole('link', { name: 'Cancel' }).click()
  await arriveAt(page, path)
  await expect(content(page).getByText('One. Two.')).toBeVisible()
})

test('what is asked to be saved while another save is under way is saved after it', async ({
  page,
  enterAs,
}) => {
  await enterAs('editor')
  const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Rod'))
  await open(page, `${path}/edit`)
  const held = await holdBack(page, /documents\.updateDocument/)
  await text(page).fill('One.')
  await page.keyboard.press('Control+s')
  await text(page).press('End')
  await page.keyboard.type(' Two.')
  await page.keyboard.press('Control+s')
  expect(held.asked()).toBe(1)
  held.come()
  await expect(page.getByText('Version 3, saved')).toBeVisible()
  await page.getByRole('link', { name: 'Cancel' }).click()
  await arriveAt(page, path)
  await expect(text(page)).toHaveCount(0)
  await expect(content(page).getByText('One. Two.')).toBeVisible()
})

test('what was not saved is not left behind without being asked', async ({ page, enterAs }) => {
  await enterAs('editor')
  const path = await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, newName('Trowel'))
  await open(page, `${path}/edit`)
  await text(page).fill('Not saved.')
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await page.getByRole('link', { name: 'Cancel' }).click()
  await question.getByRole('button', { name: 'Cancel' }).click()
  await expect(question).toBeHidden()
  await expect(text(page)).toHaveValue('Not saved.')

  await page.getByRole('link', { name: 'Cancel' }).click()
  await question.getByRole('button', { name: 'Leave without saving' }).click()
  await arriveAt(page, path)
  await expect(content(page).getByText('Not saved.')).toHaveCount(0)
})

test('Markdown is shown as it is written, and what is dangerous is only text', async ({
  page,
  enterAs,
}) => {
  await enterAs('editor')
  await open(page, `/projects/${ALPINE_SEED_BANK}/new-document`)
  const preview = page.getByRole('region', { name: 'Preview' })
  await text(page).fill(
    '# Sowing\n\n| seed | week |\n| --- | --- |\n| rye | 38 |\n\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1)) ![b](https://elsewhere.example/b.png)',
  )
  await expect(preview.getByRole('heading', { name: 'Sowing' })).toBeVisible()
  await expect(preview.getByRole('cell', { name: 'rye' })).toBeVisible()
  await expect(preview).toContainText('<img src=x onerror=alert(1)>')
  await expect(preview.getByRole('img')).toHaveCount(0)
  await expect(preview.getByRole('link')).toHaveText(['Picture: b'])
  await page.getByLabel('Title').fill(newName('Sowing'))
  await page.getByRole('button', { name: 'Create', exact: true }).click()
  await expect(title(page)).toContainText('Sowing')
  await expect(content(page).getByRole('cell', { name: 'rye' })).toBeVisible()
})
