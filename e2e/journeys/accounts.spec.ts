/** The life of an account as people walk through it: made, confirmed, its password lost and changed. */
import type { Browser, Page } from '@playwright/test'
import { ACCOUNTS, PASSWORD } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import type { Site } from './site.ts'
import { arriveAt, open, submitSignIn, title } from './walking.ts'

const CHOSEN = 'long-enough-to-be-one'
const CHOSEN_LATER = 'another-long-enough-one'

/** Follows the link of the latest mail to an address, in the same browser. */
async function followMail(page: Page, address: string, link: RegExp): Promise<void> {
  await open(page, '/demo/mailbox')
  const mail = page.getByRole('article', { name: new RegExp(`${link.source}.*${address}`) }).first()
  await mail.getByRole('link', { name: 'Open its link' }).click()
}

async function elsewhere(browser: Browser, site: Site): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.origin })
  return context.newPage()
}

/** Where the focus is once a form has done its work: it would be lost with the form. */
const outcome = (page: Page) => page.locator(':focus')

test('somebody signs up, confirms the address, founds an organization and works as its owner', async ({
  page,
  expectedRefusals,
}) => {
  expectedRefusals.add(400).add(403)
  const email = 'sina@new.example'
  await open(page, '/login')
  await page.getByRole('link', { name: 'Create an account' }).click()
  await arriveAt(page, '/signup')
  await page.getByLabel('Your name').fill('Sina Stein')
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(CHOSEN)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(outcome(page)).toContainText(email)

  // Not before the address is confirmed; and there the mail can be had once more.
  await open(page, '/login')
  await submitSignIn(page, email, CHOSEN)
  await expect(page.getByText('Confirm your address first')).toBeVisible()
  await page.getByRole('button', { name: 'Send the mail again' }).click()
  await expect(page.getByText('Sent, if it was still to be confirmed')).toBeVisible()

  await followMail(page, email, /Confirm your email address/)
  await expect(title(page)).toHaveText('Confirm your address')
  await page.getByLabel('Password').fill('not what was chosen')
  await page.getByRole('button', { name: 'Confirm and go on' }).click()
  await expect(page.getByText('This is not the password you signed up with.')).toBeVisible()
  await page.getByLabel('Password').fill(CHOSEN)
  await page.getByRole('button', { name: 'Confirm and go on' }).click()
  await arriveAt(page, '/welcome')
  await expect(title(page)).toHaveText('Welcome, Sina Stein')

  await page.getByLabel('Name').fill('Stein Works')
  await page.getByRole('button', { name: 'Create' }).click()
  await arriveAt(page, '/')
  await expect(title(page)).toHaveText('Stein Works')
  await open(page, '/settings')
  await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible()
})

test('signing up with a known address looks the same, and its person is told', async ({ page }) => {
  await open(page, '/signup')
  await page.getByLabel('Your name').fill('Not Victor')
  await page.getByLabel('Email').fill(ACCOUNTS.viewer.email)
  await page.getByLabel('Password').fill(CHOSEN)
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(outcome(page)).toContainText('Look into your mailbox')
  await open(page, '/demo/mailbox')
  const mail = page.getByRole('article', { name: /You have an account already.*victor@/ })
  await expect(mail).toBeVisible()
})

test('a forgotten password is replaced by mail, once, and other browsers are signed out', async ({
  page,
  browser,
  site,
  expectedRefusals,
}) => {
  expectedRefusals.add(404)
  const email = 'maeve@tidewater.example' // nobody whose session another journey uses
  const other = await elsewhere(browser, site)
  await open(other, '/login')
  await submitSignIn(other, email)
  await arriveAt(other, '/')

  await open(page, '/login')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await arriveAt(page, '/forgot')
  // The page before had such a field too, and stays until this one is ready.
  await expect(title(page)).toHaveText('Forgot your password?')
  await page.getByLabel('Email').fill(email)
  await page.getByRole('button', { name: 'Send the mail' }).click()
  await expect(outcome(page)).toContainText('Look into your mailbox')
  await followMail(page, email, /Choose a new password/)
  const link = page.url()
  await page.getByRole('textbox', { name: 'New password' }).fill(CHOSEN)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(outcome(page)).toContainText('Your password is changed')

  await open(other, '/account')
  await arriveAt(other, '/login?redirect=%2Faccount')
  await other.context().close()

  await outcome(page).getByRole('link', { name: 'Sign in' }).click()
  await arriveAt(page, '/login')
  await submitSignIn(page, email, CHOSEN)
  await arriveAt(page, '/')

  await page.goto(link)
  await page.getByRole('textbox', { name: 'New password' }).fill(CHOSEN_LATER)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(outcome(page)).toContainText('This link is no longer good')
})

test('a password is changed on the account’s page, and this browser goes on', async ({
  page,
  browser,
  site,
  expectedRefusals,
}) => {
  expectedRefusals.add(400)
  const email = 'pavel@tidewater.example' // likewise
  const other = await elsewhere(browser, site)
  for (const one of [other, page]) {
    await open(one, '/login')
    await submitSignIn(one, email)
    await arriveAt(one, '/')
  }
  await open(page, '/account')
  await page.getByLabel('Current password').fill('not their password')
  await page.getByRole('textbox', { name: 'New password' }).fill(CHOSEN)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('This is not your password.')).toBeVisible()
  await page.getByLabel('Current password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(outcome(page)).toContainText('Password changed')
  await expect(page.getByLabel('Current password')).toHaveValue('')
  await expect(page.getByRole('table', { name: 'Your sessions' }).getByRole('row')).toHaveCount(2)

  await open(other, '/account')
  await arriveAt(other, '/login?redirect=%2Faccount')
  await other.context().close()
  await open(page, '/account')
  await arriveAt(page, '/account')
})
