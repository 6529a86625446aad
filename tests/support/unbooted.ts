/**
 * What a server would find wrong with its environment or its login, asked of the same functions without
 * starting one. That it does not serve then is shown by the tests that start one.
 */
import { vi } from 'vitest'
import { environmentFor } from './own-database'

type Settings = Readonly<Record<string, string | undefined>>

/** @throws what `env()` says against an environment like this */
export async function readEnvironment(databaseUrl: string, settings: Settings): Promise<void> {
  await inFreshProcess(databaseUrl, settings, async () => {
    const { env } = await import('~/platform/env')
    env()
  })
}

/** @returns every reason that a server with this login would have not to serve */
export async function readinessProblemsAs(databaseUrl: string): Promise<readonly string[]> {
  return inFreshProcess(databaseUrl, {}, async () => {
    const { readinessProblems } = await import('~/db/readiness')
    const { closePool } = await import('~/db/client')
    try {
      return await readinessProblems()
    } finally {
      await closePool()
    }
  })
}

/** As if the process had just begun: nothing of an earlier environment is remembered. */
async function inFreshProcess<Result>(
  databaseUrl: string,
  settings: Settings,
  ask: () => Promise<Result>,
): Promise<Result> {
  vi.resetModules()
  const all: Settings = { ...environmentFor(databaseUrl, 'http://localhost:3000'), ...settings }
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value)
  try {
    return await ask()
  } finally {
    vi.unstubAllEnvs()
    vi.resetModules()
  }
}
