/** What is in a database, to tell whether anything in it has changed. */
import type { Database } from './database'

/** A refusal puts itself on record; nothing else may come of it. */
const RECORDS_OF_REFUSALS = new Set(['denials', 'denial_counts'])

/** A digest of every row of every table, by the table's name. */
export async function digestOf(
  database: Database,
  without: ReadonlySet<string> = RECORDS_OF_REFUSALS,
): Promise<Readonly<Record<string, string>>> {
  const tables = await database.query<{ schema: string; name: string }>(`
    select n.nspname as schema, c.relname as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'auth') order by 1, 2`)
  const digests: Record<string, string> = {}
  for (const { schema, name } of tables) {
    if (without.has(name)) continue
    digests[`${schema}.${name}`] = await digestOfRows(database, `${schema}."${name}" t`)
  }
  return digests
}

/** A digest of the rows that do not belong to an organization, for each table that has an org_id. */
export async function digestOfOthers(
  database: Database,
  orgId: string,
): Promise<Readonly<Record<string, string>>> {
  const tables = await database.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relkind = 'r' and a.attname = 'org_id' and c.relnamespace = 'public'::regnamespace
    order by 1`)
  const digests: Record<string, string> = {}
  for (const { name } of tables) {
    if (RECORDS_OF_REFUSALS.has(name)) continue
    digests[name] = await digestOfRows(database, `${name} t where org_id <> '${orgId}'`)
  }
  digests.organizations = await digestOfRows(database, `organizations t where id <> '${orgId}'`)
  return digests
}

async function digestOfRows(database: Database, from: string): Promise<string> {
  const [row] = await database.query<{ digest: string }>(
    `select count(*) || ' rows, ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest
     from ${from}`,
  )
  return row?.digest ?? ''
}
