/** Playwright's `test` with a site, a browser that needs no download, and a watch on all it says. */
import { test as base, expect } from '@playwright/test'
import { findBrowser } from '../../scripts/browser.ts'
import { lastLines } from '../../scripts/running/files.ts'
import type { Person } from '../harness/people.ts'
import { openSite, type Site } from './site.ts'
import { watch } from './watch.ts'

interface Fixtures {
  /** The statuses of refusals that this test may bring about; every other one fails it. */
  expectedRefusals: Set<number>
  /** What the browser will have complained about, where that is what a test is about. */
  expectedComplaints: RegExp[]
  /** What it may complain about, where two ways lead to the same page and one of them is loud. */
  toleratedComplaints: RegExp[]
  /** Makes this test's browser one in which somebody signed in before. */
  enterAs: (person: Person) => Promise<void>
  /** The server's last words, attached to a failure. */
  lastWords: void
}

interface WorkerFixtures {
  site: Site
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  site: [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the fixtures to pass from it
    async ({}, provide) => {
      const { site, close } = await openSite()
      await provide(site)
      await close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  launchOptions: [
    async ({ launchOptions }, provide) => {
      const browser = await findBrowser()
      if (browser === undefined) throw new Error('there is no browser here, see scripts/browser.ts')
      await provide({ ...launchOptions, ...browser })
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  baseURL: async ({ site }, provide) => provide(site.origin),

  // oxlint-disable-next-line eslint/no-empty-pattern -- as above
  expectedRefusals: async ({}, provide) => provide(new Set()),

  // oxlint-disable-next-line eslint/no-empty-pattern -- as above
  expectedComplaints: async ({}, provide) => provide([]),

  // oxlint-disable-next-line eslint/no-empty-pattern -- as above
  toleratedComplaints: async ({}, provide) => provide([]),

  context: async (
    { context, site, expectedRefusals, expectedComplaints, toleratedComplaints },
    provide,
  ) => {
    await site.restore()
    const { complaints, refusals } = watch(context, site.origin)
    await provide(context)
    const surprising = complaints.filter(
      (text) => ![...expectedComplaints, ...toleratedComplaints].some((one) => one.test(text)),
    )
    expect(surprising, 'what the browser complained about').toEqual([])
    const missing = expectedComplaints.filter((one) => !complaints.some((text) => one.test(text)))
    expect(missing, 'what it should have complained about').toEqual([])
    const refused = [...refusals].filter((status) => !expectedRefusals.has(status))
    expect(refused, 'the statuses of refused requests').toEqual([])
  },

  enterAs: async ({ context, site }, provide) =>
    provide(async (person) => {
      await context.addCookies(
        site.cookiesOf(person).map((cookie) => ({ ...cookie, url: site.origin, httpOnly: true })),
      )
    }),

  lastWords: [
    async ({ site }, provide, testInfo) => {
      await provide()
      if (testInfo.status === testInfo.expectedStatus) return
      const body = lastLines(site.logFile, 20)
      await testInfo.attach("the server's last words", { body, contentType: 'text/plain' })
    },
    { auto: true },
  ],
})

export { expect }
