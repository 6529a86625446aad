/**
 * Three projects. `unit` and `architecture` need no database; `integration` gets a real Postgres
 * from its global setup and drives the built server in this process.
 *
 * The framework's Vite plugin is left out on purpose: under vitest it compiles server functions
 * into stubs that do not run, so tests go through the built entry's `fetch` instead.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { '~': fileURLToPath(new URL('./src', import.meta.url)) }

export default defineConfig({
  resolve: { alias },
  test: {
    // On two cores: a test waits for its database as long as it works, so a third has room.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/policy/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/policy/**', 'tests/architecture/**'],
          globalSetup: ['tests/support/global-setup.ts'],
          pool: 'forks',
          // The build is code under test, not code to transform: Node loads it as it is served.
          server: { deps: { external: [/dist\/server/] } },
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
    coverage: {
      provider: 'v8',
      include: ['src/authz/**/*.ts'],
      exclude: ['src/authz/**/*.test.ts'],
      reporter: ['text'],
      // A branch of the evaluator that no test has taken is an answer nobody has checked.
      thresholds: { branches: 100, functions: 100, lines: 100, statements: 100 },
    },
  },
})
