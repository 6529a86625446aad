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
    const login = await client.query<Login>(LOGIN)
    const others = await client.query<{ name: string }>(ROLES_IT_CAN_BECOME)
    const bare = await client.query<{ name: string }>(TABLES_WITHOUT_WALL)
    const applied = await client.query<{ newest: string | null }>(NEWEST_MIGRATION)
    return [
      ...loginProblems(login.rows[0]),
      ...others.rows.map(
        ({ name }) => `the database login can become ${name}, or holds its rights`,
      ),
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

interface Login {
  readonly rolsuper: boolean
  readonly rolbypassrls: boolean
  readonly rolcreaterole: boolean
  readonly rolreplication: boolean
  readonly owns: boolean
  readonly isolation: string
}

const LOGIN = `
  select rolsuper, rolbypassrls, rolcreaterole, rolreplication,
    current_setting('default_transaction_isolation') as isolation,
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'auth', 'platform', 'identity')
        and pg_has_role(current_user, c.relowner, 'member')
    ) as owns
  from pg_roles where rolname = current_user`

/**
 * Roles by which it could step around the walls: by what they are, by what PostgreSQL gives them,
 * or as the owners of the identity door's functions, whose policies see every tenant. A superuser is
 * a member of all of them and is reported as what it is.
 */
const ROLES_IT_CAN_BECOME = `
  select other.rolname as name
  from pg_roles me join pg_roles other
    on other.oid <> me.oid and pg_has_role(me.oid, other.oid, 'member')
  where me.rolname = current_user and not me.rolsuper
    and (other.rolsuper or other.rolbypassrls or other.rolcreaterole or other.rolreplication
      or other.rolname in ('pg_read_all_data', 'pg_write_all_data', 'pg_maintain',
        'pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program',
        'pg_database_owner', 'pg_create_subscription')
      or exists (
        select from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = 'identity' and p.proowner = other.oid))
  order by 1`

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

function loginProblems(login: Login | undefined): string[] {
  if (login === undefined) return ['the database login is unknown']
  return [
    login.rolsuper ? 'the database login is a superuser, whom no row level security binds' : '',
    login.rolbypassrls ? 'the database login has BYPASSRLS' : '',
    login.rolcreaterole ? 'the database login may create roles, and so give itself others' : '',
    login.rolreplication ? 'the database login may replicate, past row level security' : '',
    login.isolation === 'read committed'
      ? ''
      : `transactions are ${login.isolation} by default; the locks here need read committed`,
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
