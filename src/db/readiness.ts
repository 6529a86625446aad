/**
 * May this process serve? Refused when the login could walk around the walls, when a wall is
 * missing, or when the schema is not the one that this build was made for.
 */
import journal from '../../drizzle/meta/_journal.json'
import { connect } from './client'

/** Every reason not to serve, in words for an operator; empty means ready. */
export async function readinessProblems(): Promise<string[]> {
  const client = await connect()
  let broken: Error | undefined
  try {
    const login = await client.query<{ rolsuper: boolean; rolbypassrls: boolean; owns: boolean }>(
      LOGIN,
    )
    const bare = await client.query<{ name: string }>(TABLES_WITHOUT_WALL)
    const applied = await client.query<{ newest: string | null }>(NEWEST_MIGRATION)
    return [
      ...loginProblems(login.rows[0]),
      ...bare.rows.map((row) => `table ${row.name} has no forced row level security`),
      ...migrationProblems(Number(applied.rows[0]?.newest ?? 0)),
    ]
  } catch (error) {
    broken = error instanceof Error ? error : new Error('query failed')
    throw error
  } finally {
    client.release(broken)
  }
}

const LOGIN = `
  select rolsuper, rolbypassrls,
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'auth', 'platform', 'identity')
        and pg_has_role(current_user, c.relowner, 'member')
    ) as owns
  from pg_roles where rolname = current_user`

/** A tenant table is one with an org_id, and organizations itself. */
const TABLES_WITHOUT_WALL = `
  select c.oid::regclass::text as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.relkind in ('r', 'p')
    and not (c.relrowsecurity and c.relforcerowsecurity)
    and (c.relname = 'organizations' or exists (
      select from pg_attribute a
      where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped))`

const NEWEST_MIGRATION = `select max(created_at)::text as newest from drizzle.__drizzle_migrations`

function loginProblems(
  login: { rolsuper: boolean; rolbypassrls: boolean; owns: boolean } | undefined,
): string[] {
  if (login === undefined) return ['the database login is unknown']
  return [
    login.rolsuper ? 'the database login is a superuser, whom no row level security binds' : '',
    login.rolbypassrls ? 'the database login has BYPASSRLS' : '',
    login.owns ? 'the database login owns tables (give the app a login of its own)' : '',
  ].filter((problem) => problem !== '')
}

function migrationProblems(newestApplied: number): string[] {
  const newest = Math.max(...journal.entries.map((entry) => entry.when))
  if (newestApplied === newest) return []
  return [
    newestApplied < newest
      ? 'migrations are pending: npm run db:migrate'
      : 'the database is newer than this build',
  ]
}
