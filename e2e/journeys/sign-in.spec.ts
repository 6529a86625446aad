/** Getting in, and where people who may not work anywhere end up. */
import { ACCOUNTS } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import { arriveAt, open, pressPersona, signOut, submitSignIn, title } from './walking.ts'

test('signing in by the form leads to the dashboard, and signing out leads back', async ({
  page,
}) => {
  await open(page, '/login')
  await submitSignIn(page, ACCOUNTS.editor.email)
  await arriveAt(page, '/')
  await expect(title(page)).toHaveText('Larkspur Labs')
  await expect(page.getByText('You work here as Edith Sorensen.')).toBeVisible()

  await signOut(page)
  await arriveAt(page, '/login')
  await page.goBack()
  await arriveAt(page, '/login')
  await expect(title(page)).toHaveText('Sign in')
})

test('a wrong password and an unknown address are refused in the same words', async ({
  page,
  expectedRefusals,
}) => {
  expectedRefusals.add(401)
  await open(page, '/login')
  const refusal = page.getByRole('alert').filter({ hasText: 'The email or the password is wrong.' })

  await submitSignIn(page, ACCOUNTS.viewer.email, 'not the password')
  await expect(refusal).toBeVisible()

  await page.reload()
  await expect(refusal).toBeHidden()
  await open(page, '/login')
  await submitSignIn(page, 'nobody@larkspur.example')
  await expect(refusal).toBeVisible()

  await submitSignIn(page, ACCOUNTS.viewer.email)
  await arriveAt(page, '/')
  await expect(page.getByText('You work here as Victor Amadi.')).toBeVisible()
})

test('one press signs in as a person of the demo', async ({ page }) => {
  await open(page, '/login')
  await pressPersona(page, 'Bianca Conti')
  await arriveAt(page, '/')
  await expect(page.getByText('You work here as Bianca Conti.')).toBeVisible()
})

test('a suspended member is told so, and gets no further', async ({ page }) => {
  await open(page, '/login')
  await pressPersona(page, 'Sven Okafor')
  await arriveAt(page, '/welcome')
  await expect(page.getByText('Your membership is suspended')).toBeVisible()
  await open(page, '/documents')
  await arriveAt(page, '/welcome')
})

test('somebody without a membership is welcomed, and led nowhere else', async ({ page }) => {
  await open(page, '/login')
  await submitSignIn(page, ACCOUNTS.outsider.email)
  await arriveAt(page, '/welcome')
  await expect(title(page)).toHaveText('Welcome, Otto Fischer')
  await open(page, '/')
  await arriveAt(page, '/welcome')
})
