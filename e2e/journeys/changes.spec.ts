/** What people do all day: writing, publishing, deleting. */
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK, createDocument, createProject, newName } from './things.ts'
import { content, open, title } from './walking.ts'

test('an editor writes a document, edits it and publishes it', async ({ page, enterAs }) => {
  await enterAs('editor')
  const name = newName('Sowing calendar')
  await createDocument(page, `/projects/${ALPINE_SEED_BANK}`, name)
  await expect(content(page).getByText('Draft', { exact: true })).toBeVisible()

  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Title').fill(`${name}, revised`)
  await page.getByLabel('Text').fill('**Sow** after the last frost.')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(title(page)).toHaveText(`${name}, revised`)
  await expect(page.getByText('Sow after the last frost.')).toBeVisible()

  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Unpublish' })).toBeVisible()
  await expect(page.getByText('Last published')).toBeVisible()
  // Deleting takes a permission that editors don't hold.
  await expect(content(page).getByRole('button', { name: 'Delete' })).toHaveCount(0)

  await page.reload()
  await expect(title(page)).toHaveText(`${name}, revised`)
  await expect(content(page).getByText('Published', { exact: true })).toBeVisible()
})

test('an owner deletes a project with its documents, after being asked', async ({
  page,
  enterAs,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  await enterAs('owner')
  const name = newName('Bog Garden')
  const projectPath = await createProject(page, name)
  const documentPath = await createDocument(page, projectPath, newName('Peat'))
  await open(page, projectPath)

  const dialog = page.getByRole('dialog', { name: `Delete “${name}”?` })
  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(dialog).toContainText('This cannot be undone')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(title(page)).toHaveText(name)

  await page.getByRole('button', { name: 'Delete', exact: true }).click()
  await dialog.getByRole('button', { name: 'Delete project' }).click()
  await expect(title(page)).toHaveText('Projects')
  await expect(page.getByRole('link', { name: 'Alpine Seed Bank' })).toBeVisible()
  await expect(page.getByRole('link', { name, exact: true })).toHaveCount(0)

  await open(page, documentPath)
  await expect(page.getByText('There is nothing here')).toBeVisible()
})
