/**
 * Four projects. `unit` and `architecture` need no database; `integration` gets a real Postgres
 * from its global setup and drives the built server in this process. Its files follow each other in
 * a few processes, each with a database of the file's own under one name, since loading the server takes
 * longer than most of what is asked of it. `alone` is the same with a process for each file.
 *
 * The framework's Vite plugin is left out on purpose: under vitest it compiles server functions
 * into stubs that do not run, so tests go through the built entry's `fetch` instead.
 */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** What needs a server with other settings, or counts what its process has done before. */
const ALONE = [
  'tests/account/limits.test.ts',
  'tests/audit/denials.test.ts',
  'tests/audit/sessions.test.ts',
  'tests/faults/**/*.test.ts',
  'tests/gates/pending-plan.test.ts',
  'tests/gates/sign-in-limits.test.ts',
  'tests/isolation/cross-tenant-calls.test.ts',
  'tests/isolation/pooled-connections.test.ts',
  'tests/isolation/without-rls.test.ts',
  'tests/jobs/**/*.test.ts',
  'tests/races/access-lock.test.ts',
]

const integration = {
  globalSetup: ['tests/support/global-setup.ts'],
  pool: 'forks' as const,
  // The build is code under test, not code to transform: Node loads it as it is served.
  server: { deps: { external: [/dist\/server/] } },
  testTimeout: 30_000,
  hookTimeout: 60_000,
}

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
          exclude: ['tests/policy/**', 'tests/architecture/**', ...ALONE],
          isolate: false,
          ...integration,
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: ALONE, ...integration },
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
