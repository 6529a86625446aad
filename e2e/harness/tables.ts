/**
 * Every table of the database, from its own catalogue: a table that a migration adds is watched
 * from its first day. Read as the superuser, whom no row level security hides anything from.
 */
import type { Client } from 'pg'

export interface Table {
  /** `schema.name` */
  readonly name: string
  readonly key: readonly string[]
}

/** Refusals are put on record: the only tables that a refused request may change. */
export const DENIALS: readonly string[] = ['public.denials', 'public.denial_counts']

/** Where attempts to sign in are counted; such an attempt may change it, and nothing else. */
export const ATTEMPTS = 'platform.rate_limits'

/** Jobs that were put there, and counters: rows that belong to nobody in particular. */
export const NOBODYS: readonly string[] = ['pgboss.job_common', ATTEMPTS]

export async function readTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(`
    select n.nspname || '.' || c.relname as name,
      array(
        select a.attname::text from pg_index i
        cross join unnest(i.indkey) with ordinality as k (attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary order by k.place
      ) as key
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
      -- Of the job queue's own tables the one that jobs are in: the others are its bookkeeping.
      and (n.nspname <> 'pgboss' or c.relname = 'job_common')
    order by 1`)
  const bare = rows.filter(({ key }) => key.length === 0)
  if (rows.length === 0 || bare.length > 0) {
    throw new Error(`tables that cannot be watched: ${bare.map(({ name }) => name).join(', ')}`)
  }
  return rows
}

/** @returns the table's name for SQL; the catalogue's names are plain, `user` is a keyword. */
export function quoted(table: string): string {
  return table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
}
