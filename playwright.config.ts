/**
 * The two end-to-end projects. `direct-post` attacks the production build over HTTP and needs no
 * browser; `journeys` walks through it in one. Both get a database and a server of their own from
 * `e2e/harness`, one pair for each worker.
 */
import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: './e2e',
  globalSetup: './e2e/harness/global-setup.ts',
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // A guard that holds at the second attempt does not hold.
  retries: 0,
  // A server, a database and a worker each: more only gets in its own way on a small machine.
  workers: 2,
  timeout: 60_000,
  reporter: process.env.CI === undefined ? 'line' : 'list',
  projects: [
    { name: 'direct-post', testDir: './e2e/direct-post' },
    {
      name: 'journeys',
      testDir: './e2e/journeys',
      use: {
        // A recording costs a fifth of the time, and most are thrown away. GATEHOUSE_TRACE=1 makes them.
        trace: process.env.GATEHOUSE_TRACE === '1' ? 'retain-on-failure' : 'off',
        screenshot: 'only-on-failure',
        // What moves is waited for, with every press.
        contextOptions: { reducedMotion: 'reduce' },
      },
    },
  ],
})
