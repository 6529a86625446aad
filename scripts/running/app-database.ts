/** The database that a demo or a developer works with: local, migrated and filled. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalPostgres, startLocalPostgres } from '../local-postgres.ts'
import { projectFolder } from './files.ts'
import { step } from './progress.ts'
import { runScript } from './run-command.ts'

const database = 'gatehouse'

/** A running database and the environment with which the app finds it. */
export interface AppDatabase {
  postgres: LocalPostgres
  environment: { DATABASE_URL: string; DATABASE_OWNER_URL: string }
}

/** Starts the local cluster of this name, with an empty database in it at the first time. */
export async function startAppDatabase(name: 'demo' | 'dev'): Promise<AppDatabase> {
  const postgres = await step(
    'database',
    async () => {
      mkdirSync(join(projectFolder, '.gatehouse'), { recursive: true })
      const started = await startLocalPostgres({ name })
      try {
        if (!(await started.hasDatabase(database))) await started.createDatabase(database)
      } catch (error) {
        await started.stop()
        throw error
      }
      return started
    },
    ({ port }) => `PostgreSQL 18 on port ${port}`,
  )
  return {
    postgres,
    environment: {
      DATABASE_URL: postgres.appUrl(database),
      DATABASE_OWNER_URL: postgres.ownerUrl(database),
    },
  }
}

/** Brings the schema up to date and adds the demo's people and documents; both do nothing when nothing is to do. */
export async function fillAppDatabase(environment: Record<string, string>): Promise<void> {
  await step('migrations', () => runScript('scripts/migrate.ts', environment))
  await step('demo data', () => runScript('scripts/seed.ts', environment))
}
