/** The database that a demo or a developer works with: local, migrated and filled. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type LocalPostgres, startLocalPostgres } from '../local-postgres.ts'
import { keptSecret, projectFolder } from './files.ts'
import { step } from './progress.ts'
import { runScript } from './run-command.ts'

const database = 'gatehouse'

/** A running database, the environment with which the app finds it, and how to stop it. */
export interface AppDatabase {
  environment: { DATABASE_URL: string; DATABASE_OWNER_URL: string; AUTH_SECRET: string }
  postgres?: LocalPostgres
}

/** The developer's own PostgreSQL when both addresses are set, else the local cluster named dev. */
export function developmentDatabase(): Promise<AppDatabase> {
  const { DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET } = process.env
  if (!DATABASE_URL || !DATABASE_OWNER_URL) return localDatabase('dev')
  console.log('  · using the database that DATABASE_URL and DATABASE_OWNER_URL name')
  const secret = AUTH_SECRET ?? keptSecret(join(projectFolder, '.gatehouse', 'dev-secret'))
  return Promise.resolve({ environment: { DATABASE_URL, DATABASE_OWNER_URL, AUTH_SECRET: secret } })
}

/** Starts the local cluster of this name, with an empty database in it at the first time. */
export async function localDatabase(name: 'demo' | 'dev') {
  const postgres = await step(
    'database',
    () => startWithDatabase(name),
    ({ port }) => `PostgreSQL 18 on port ${port}`,
  )
  const environment: AppDatabase['environment'] = {
    DATABASE_URL: postgres.appUrl(database),
    DATABASE_OWNER_URL: postgres.ownerUrl(database),
    // Kept with the data, because the audit trail in it is signed with keys derived from it.
    AUTH_SECRET: keptSecret(join(postgres.folder, 'auth-secret')),
  }
  return { postgres, environment }
}

async function startWithDatabase(name: string): Promise<LocalPostgres> {
  mkdirSync(join(projectFolder, '.gatehouse'), { recursive: true })
  const postgres = await startLocalPostgres({ name })
  try {
    if (!(await postgres.hasDatabase(database))) await postgres.createDatabase(database)
    return postgres
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** Brings the schema up to date and adds the demo's people and documents; both do nothing when nothing is to do. */
export async function fillAppDatabase(environment: Record<string, string>): Promise<void> {
  await step('migrations', () => runScript('scripts/migrate.ts', environment))
  await step('demo data', () => runScript('scripts/seed.ts', environment))
}
