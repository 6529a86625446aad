/** A database as it was before one of the migrations. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { expect, inject, onTestFinished } from 'vitest'
import { databasesAt } from '../../scripts/local-postgres'
import { migrateDatabase } from '../../scripts/migrate'

let made = 0

/**
 * Makes such a database, until the test is over.
 *
 * @param tag the migration that has not been applied yet, nor any later one
 * @returns a connection past every wall; and what applies the rest
 */
export async function migratedUpTo(tag: string) {
  const cluster = databasesAt(inject('cluster'))
  made += 1
  const name = `migrated_${process.pid}_${made}`
  await cluster.createDatabase(name)
  onTestFinished(() => cluster.dropDatabase(name))
  await migrateUpTo(cluster.ownerUrl(name), tag)
  const superuser = new pg.Client({ connectionString: cluster.superuserUrl(name) })
  await superuser.connect()
  onTestFinished(() => superuser.end())
  return { superuser, migrateOn: () => migrateDatabase(cluster.ownerUrl(name)) }
}

/** Applies the migrations that come before one, from a folder with a shorter journal. */
async function migrateUpTo(ownerUrl: string, tag: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-migrations-'))
  const client = new pg.Client({ connectionString: ownerUrl })
  try {
    cpSync(join(import.meta.dirname, '../../drizzle'), folder, { recursive: true })
    const file = join(folder, 'meta/_journal.json')
    const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] } // drizzle-kit's
    const before = journal.entries.findIndex((entry) => entry.tag === tag)
    expect(before).toBeGreaterThan(0)
    writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, before) }))
    await client.connect()
    await migrate(drizzle({ client }), { migrationsFolder: folder })
  } finally {
    await client.end()
    rmSync(folder, { recursive: true })
  }
}
