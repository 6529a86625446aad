/**
 * A digest of everything the database holds. Equal before and after a refused request: nothing
 * has changed, in any table, whatever the answer said.
 */
import type { Client } from 'pg'
import { DENIALS, quoted, type Table } from '../harness/tables.ts'

/** Table → number of rows and a hash of their contents. */
export type Digest = ReadonlyMap<string, string>

export async function takeDigest(client: Client, tables: readonly Table[]): Promise<Digest> {
  const watched = tables.filter(({ name }) => !DENIALS.includes(name))
  const parts = watched.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ':' || coalesce(
         md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as digest
       from ${quoted(name)} t`,
  )
  // A table made or dropped meanwhile is a change too.
  const relations = `select 'the catalogue', count(*)::text from pg_class where relkind in ('r', 'p')`
  const { rows } = await client.query<{ name: string; digest: string }>(
    [...parts, relations].join(' union all '),
  )
  return new Map(rows.map(({ name, digest }) => [name, digest]))
}

/** @returns the tables that differ, save the exempt ones */
export function differences(
  before: Digest,
  after: Digest,
  exempt: readonly string[] = [],
): string[] {
  return [...before.keys()].filter(
    (name) => !exempt.includes(name) && before.get(name) !== after.get(name),
  )
}
