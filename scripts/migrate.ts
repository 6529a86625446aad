/**
 * Applies pending migrations as the owner (`DATABASE_OWNER_URL`). Any number of processes may run
 * it at once: an advisory lock lets one migrate and the others find nothing to do. All pending
 * migrations are one transaction, so an interrupted run leaves nothing half done.
 */
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { installJobs } from './install-jobs'

const MIGRATION_LOCK = 7_426_001

/**
 * @param ownerUrl the owner's login; the app's cannot migrate
 */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    const migrationsFolder = fileURLToPath(new URL('../drizzle', import.meta.url))
    await migrate(drizzle({ client }), { migrationsFolder })
    await installJobs(ownerUrl)
  } finally {
    await client.end()
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const ownerUrl = process.env.DATABASE_OWNER_URL
  if (ownerUrl === undefined)
    throw new Error('Set DATABASE_OWNER_URL to the login that owns the tables.')
  await migrateDatabase(ownerUrl)
}
