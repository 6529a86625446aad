/** Case 12: whatever the address of the sign-in page says, signing in leads to a page of this site. */
import { ACCOUNTS } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import { ALPINE_SEED_BANK } from './things.ts'
import { arriveAt, open, pathOf, pressPersona, submitSignIn, title } from './walking.ts'

/** As they stand in the address bar. That no other site is asked is watched in every test. */
const HOSTILE = [
  '//evil.example/',
  'https://evil.example/',
  '/%5Cevil.example',
  '/%09/evil.example',
  '/.//evil.example',
  '/%252F%252Fevil.example',
  'javascript:document.title=%22caught%22',
  '/login?redirect=//evil.example',
  '/projects&redirect=//evil.example',
]

test('signing in leads home, whatever other page or site its address names (12)', async ({
  page,
  context,
}) => {
  for (const [index, redirect] of HOSTILE.entries()) {
    await context.clearCookies()
    await open(page, `/login?redirect=${redirect}`)
    // By the form and by one press in turns: both go on from there.
    await (index % 2 === 0
      ? submitSignIn(page, ACCOUNTS.viewer.email)
      : pressPersona(page, 'Victor Amadi'))
    await page.waitForURL((url) => url.pathname !== '/login')
    expect(pathOf(page.url()), redirect).toBe('/')
    await expect(title(page)).toHaveText('Larkspur Labs')
  }
})

test('a page of this site is what one press goes on to (12)', async ({ page }) => {
  const wanted = `/projects/${ALPINE_SEED_BANK}`
  await open(page, `/login?redirect=${wanted}`)
  await pressPersona(page, 'Victor Amadi')
  await arriveAt(page, wanted)
})

test('the page about a missing permission shows nobody’s own words or links (12)', async ({
  page,
  enterAs,
}) => {
  await enterAs('viewer')
  const tryAgain = page.getByRole('link', { name: 'Try again' })
  await open(page, '/unauthorized?permission=audit:read&from=/audit')
  await expect(tryAgain).toHaveAttribute('href', '/audit')

  await open(page, '/unauthorized?permission=call%20evil.example&from=//evil.example')
  await expect(title(page)).toHaveText('You can’t open that page')
  await expect(page.getByText('evil.example')).toHaveCount(0)
  await expect(tryAgain).toHaveCount(0)
})
