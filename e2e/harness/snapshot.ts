/**
 * The rows themselves, for requests that are meant to change some: what exactly changed, and back
 * again. Undoing the change restores the database in milliseconds, without ending the server's
 * connections.
 */
import type { Client } from 'pg'
import { DENIALS, quoted, type Table } from './tables.ts'

/** A row as its table's JSON text: exact, numbers and microseconds included. */
type Rows = ReadonlyMap<string, string>
export type Snapshot = ReadonlyMap<string, Rows>

export type Row = Readonly<Record<string, unknown>>

export interface RowChange {
  readonly table: string
  readonly before?: string
  readonly after?: string
}

export async function takeSnapshot(client: Client, tables: readonly Table[]): Promise<Snapshot> {
  const watched = tables.filter(({ name }) => !DENIALS.includes(name))
  const parts = watched.map(
    ({ name, key }) =>
      `select '${name}' as name, concat_ws('|', ${key.map((column) => `t."${column}"`).join()}) as key,
         to_jsonb(t)::text as row from ${quoted(name)} t`,
  )
  const { rows } = await client.query<{ name: string; key: string; row: string }>(
    parts.join(' union all '),
  )
  const snapshot = new Map(watched.map(({ name }) => [name, new Map<string, string>()]))
  for (const { name, key, row } of rows) snapshot.get(name)?.set(key, row)
  return snapshot
}

export function changesBetween(before: Snapshot, after: Snapshot): RowChange[] {
  return [...before].flatMap(([table, was]) => {
    const is = after.get(table) ?? new Map<string, string>()
    const keys = new Set([...was.keys(), ...is.keys()])
    return [...keys]
      .filter((key) => was.get(key) !== is.get(key))
      .map((key) => ({ table, before: was.get(key), after: is.get(key) }))
  })
}

/** Puts the rows back as they were, past triggers and foreign keys: they were consistent before. */
export async function undo(
  client: Client,
  tables: readonly Table[],
  changes: readonly RowChange[],
): Promise<void> {
  const tablesOf = new Map(tables.map((table) => [table.name, table]))
  await client.query('begin; set local session_replication_role = replica')
  for (const [name, rows] of byTable(changes, 'after')) {
    const key = tablesOf.get(name)?.key ?? []
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
