/** Steps that every journey takes: opening a page, arriving at one, signing in. */
import { expect, type Locator, type Page } from '@playwright/test'
import { PASSWORD } from '../harness/people.ts'

/** Opens a page as if its address had been typed. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await ready(page)
}

interface WithRouter {
  readonly __TSR_ROUTER__: { readonly navigate: (to: { href: string }) => Promise<void> }
}

/** Goes to a page as a link of the site would: without a new document, which is most of the time. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(async (href) => {
    const { __TSR_ROUTER__: router } = window as unknown as WithRouter // put there by the router
    await router.navigate({ href })
  }, path)
  await settled(page)
  await ready(page)
}

/** Waits until the page at this address is there, after something led to it. */
export async function arriveAt(page: Page, path: string): Promise<void> {
  await page.waitForURL((url) => pathOf(url) === path, { timeout: 15_000 })
  await ready(page)
}

/** @returns the path and search of an address of the site */
export function pathOf(url: URL | string): string {
  const { pathname, search } = new URL(url)
  return pathname + search
}

/**
 * Waits until the page's script has taken over every control. Before that a press is lost, which no
 * person is quick enough to notice and every test is.
 */
async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.querySelectorAll('button, form')].every((control) =>
      Object.keys(control).some((key) => key.startsWith('__reactProps')),
    ),
  )
}

/**
 * Waits until nothing is on its way any more: no outline stands for a part, also below the window,
 * where some are read once they are seen; and the demo's dock has come.
 */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const busy = document.querySelector('[aria-busy=true]')
    busy?.scrollIntoView({ block: 'center' })
    const isDemo = document.documentElement.dataset['demo'] !== undefined
    const isDockThere = document.querySelector('aside[aria-label=Demo] button') !== null
    return busy === null && (!isDemo || isDockThere)
  })
}

/** Fills in the sign-in form of the page and sends it. */
export async function submitSignIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

/**
 * Signs in as a person of the demo, by one press on the sign-in page. Their name alone would do for
 * the frame of the page that a refusal leads away from, which stays until the other one is ready.
 */
export async function pressPersona(page: Page, name: string): Promise<void> {
  const personas = page.getByRole('region', { name: 'Or look at the demo as somebody' })
  await personas.getByRole('button', { name }).click()
}

/** Goes to another organization by the switcher, which loads a new document. */
export async function switchTo(page: Page, organization: string): Promise<void> {
  await page.getByRole('button', { name: /^Organization: / }).click()
  await page.getByRole('menuitem', { name: organization }).press('Enter')
  await expect(title(page)).toHaveText(organization)
  await arriveAt(page, '/')
}

/** The page's heading. */
export function title(page: Page): Locator {
  return page.getByRole('heading', { level: 1 })
}

/** The page's own part, without the frame around it. */
export function content(page: Page): Locator {
  return page.getByRole('main')
}

/**
 * Opens the palette by its keys. They are heard a moment after a page's controls are there, which no
 * person is quick enough to notice.
 */
export async function openPalette(page: Page): Promise<void> {
  const line = page.getByRole('combobox', { name: 'Search or jump to' })
  await expect(async () => {
    if (!(await line.isVisible())) await page.keyboard.press('Control+k')
    await expect(line).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 15_000 })
}

/** Signs out from the menu of the person, as one does. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /: account, theme, sign out$/ }).click()
  await page.getByRole('menuitem', { name: 'Sign out' }).click()
}

/** Requests to this address wait, before the server has seen them, until it is said what becomes of them. */
export async function holdBack(page: Page, address: RegExp) {
  let asked = 0
  let decide: (fate: 'come' | 'refuse' | 'fail') => void = () => {}
  const decided = new Promise<'come' | 'refuse' | 'fail'>((resolve) => {
    decide = resolve
  })
  await page.route(address, async (route) => {
    asked += 1
    const fate = await decided
    if (fate === 'come') return route.continue().catch(() => undefined)
    if (fate === 'fail') return route.abort('internetdisconnected')
    return route.fulfill({ status: 503, contentType: 'text/plain', body: 'Service Unavailable' })
  })
  return {
    asked: () => asked,
    come: () => decide('come'),
    refuse: () => decide('refuse'),
    fail: () => decide('fail'),
  }
}
