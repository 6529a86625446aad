/**
 * The rows themselves: what exactly a request changed, and back again. Undoing the change restores
 * the database in milliseconds, without ending the server's connections.
 *
 * Looked at after every request, so a table is read again only when it was written to. That shows in
 * the transactions which its rows say they come from: whoever inserts or updates leaves a higher number
 * than any before, and whoever only deletes leaves fewer rows.
 */
import type { Client } from 'pg'
import { DENIALS, quoted, readTables, type Table } from './tables.ts'

/** A row as its table's JSON text: exact, numbers and microseconds included. */
type Rows = ReadonlyMap<string, string>
export type Snapshot = ReadonlyMap<string, Rows>

export type Row = Readonly<Record<string, unknown>>

export interface RowChange {
  readonly table: string
  readonly before?: string
  readonly after?: string
}

/** The superuser's eyes on every table, the denials excepted. */
export interface RowWatch {
  /** @returns all rows as they are now */
  look(): Promise<Snapshot>
  /** Puts the rows back as they were, past triggers and foreign keys: they were consistent before. */
  undo(changes: readonly RowChange[]): Promise<void>
}

/** A table made or dropped is a change too; it can be seen, and not undone. */
const CATALOGUE = 'the catalogue'

export async function watchRows(client: Client): Promise<RowWatch> {
  const all = await readTables(client)
  const tables = all.filter(({ name }) => !DENIALS.includes(name))
  const known = new Map<string, { readonly stamp: string; readonly rows: Rows }>()
  return {
    async look() {
      const stamps = await readStamps(client, tables)
      const stale = tables.filter(({ name }) => known.get(name)?.stamp !== stamps.get(name))
      for (const [name, rows] of await readRows(client, stale)) {
        known.set(name, { stamp: stamps.get(name) ?? '', rows })
      }
      const relations = new Map([['relations', stamps.get(CATALOGUE) ?? '']])
      return new Map([
        ...[...known].map(([name, { rows }]) => [name, rows] as const),
        [CATALOGUE, relations] as const,
      ])
    },
    undo: (changes) => undo(client, tables, changes),
  }
}

/** @returns what is another for each table that was written to */
async function readStamps(
  client: Client,
  tables: readonly Table[],
): Promise<ReadonlyMap<string, string>> {
  const parts = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' rows, ' || sum(xmin::text::bigint) as stamp
       from ${quoted(name)}`,
  )
  const relations = `select '${CATALOGUE}', count(*)::text from pg_class where relkind in ('r', 'p')`
  const { rows } = await client.query<{ name: string; stamp: string | null }>(
    [...parts, relations].join(' union all '),
  )
  return new Map(rows.map(({ name, stamp }) => [name, stamp ?? 'empty']))
}

async function readRows(client: Client, tables: readonly Table[]): Promise<Snapshot> {
  const read = new Map(tables.map(({ name }) => [name, new Map<string, string>()]))
  if (tables.length === 0) return read
  const parts = tables.map(
    ({ name, key }) =>
      `select '${name}' as name, concat_ws('|', ${key.map((column) => `t."${column}"`).join()}) as key,
         to_jsonb(t)::text as row from ${quoted(name)} t`,
  )
  const { rows } = await client.query<{ name: string; key: string; row: string }>(
    parts.join(' union all '),
  )
  for (const { name, key, row } of rows) read.get(name)?.set(key, row)
  return read
}

export function changesBetween(before: Snapshot, after: Snapshot): RowChange[] {
  return [...before].flatMap(([table, was]) => {
    const is = after.get(table) ?? new Map<string, string>()
    // Not read again, so nothing was written.
    if (is === was) return []
    const keys = new Set([...was.keys(), ...is.keys()])
    return [...keys]
      .filter((key) => was.get(key) !== is.get(key))
      .map((key) => ({ table, before: was.get(key), after: is.get(key) }))
  })
}

/** @returns the names of the tables, save the exempt ones */
export function tablesOf(
  changes: readonly RowChange[],
  exempt: readonly string[] = [],
): readonly string[] {
  return [...new Set(changes.map(({ table }) => table))].filter((name) => !exempt.includes(name))
}

async function undo(
  client: Client,
  tables: readonly Table[],
  changes: readonly RowChange[],
): Promise<void> {
  if (changes.length === 0) return
  const byName = new Map(tables.map((table) => [table.name, table]))
  await client.query('begin; set local session_replication_role = replica')
  for (const [name, rows] of byTable(changes, 'after')) {
    const key = byName.get(name)?.key ?? []
    const same = key.map((column) => `t."${column}" = gone."${column}"`).join(' and ')
    await client.query(
      `delete from ${quoted(name)} t
       using jsonb_populate_recordset(null::${quoted(name)}, $1::jsonb) gone where ${same}`,
      [rows],
    )
  }
  for (const [name, rows] of byTable(changes, 'before')) {
    await client.query(
      `insert into ${quoted(name)}
       select * from jsonb_populate_recordset(null::${quoted(name)}, $1::jsonb)`,
      [rows],
    )
  }
  await client.query('commit')
}

/** @returns for each table its rows from one side of the changes, as one JSON list */
function byTable(
  changes: readonly RowChange[],
  side: 'before' | 'after',
): readonly (readonly [table: string, rows: string])[] {
  const rows = new Map<string, string[]>()
  for (const change of changes) {
    const row = change[side]
    if (row === undefined) continue
    rows.set(change.table, [...(rows.get(change.table) ?? []), row])
  }
  // The rows stay text: parsed here, large numbers and microseconds would suffer.
  return [...rows].map(([table, texts]) => [table, `[${texts.join()}]`])
}

/** @returns the row as an object, to look at single columns */
export function parseRow(text: string): Row {
  return JSON.parse(text) as Row // to_jsonb of a row is an object
}

/** @returns the columns in which two versions of a row differ */
export function changedColumns(before: string, after: string): string[] {
  const was = parseRow(before)
  const is = parseRow(after)
  return Object.keys(is).filter((name) => JSON.stringify(was[name]) !== JSON.stringify(is[name]))
}
