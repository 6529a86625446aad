/** Playwright's `test` with a target. After every test the database is as it was before. */
import { test as base, expect } from '@playwright/test'
import { lastLines } from '../../scripts/running/files.ts'
import { note } from './tally.ts'
import { openTarget, type Target } from './target.ts'

interface WorkerFixtures {
  /** A server of this worker's own, with demo mode on. */
  target: Target
}

type TargetFixture = [
  (fixtures: object, use: (target: Target) => Promise<void>) => Promise<void>,
  { scope: 'worker'; timeout: number },
]

/** A fixture: a server and a database that only the tests which name it attack. */
export function ownTarget(demo = true): TargetFixture {
  return [
    // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the fixtures to pass from it
    async ({}, use) => {
      const { target, close } = await openTarget(demo)
      await use(target)
      await close()
    },
    { scope: 'worker', timeout: 60_000 },
  ]
}

export const test = base.extend<{ untouched: void }, WorkerFixtures>({
  target: ownTarget(),
  untouched: [
    async ({ target }, use, testInfo) => {
      const { sent, refused } = target.counts
      await use()
      if (testInfo.status !== testInfo.expectedStatus) {
        const body = lastLines(target.server.logFile, 20)
        await testInfo.attach("the server's last words", { body, contentType: 'text/plain' })
      }
      note({
        kind: 'requests',
        sent: target.counts.sent - sent,
        refused: target.counts.refused - refused,
      })
      expect(await target.changedTables(), 'the tables that this test left changed').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
