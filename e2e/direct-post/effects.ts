/**
 * What a request did to the database, held against what it should have done: which tables, how
 * many rows, which columns, whose, and under whose name it is on record. Then all of it is undone.
 */
import { ACCOUNTS } from '../harness/people.ts'
import type { Answer, Call } from '../harness/http.ts'
import type { Change } from './expectations/row.ts'
import { expect } from './fixtures.ts'
import { type Outcome, expectOutcome, type Place } from './outcome.ts'
import { accountOf, type Caller, organizationOf } from './principals.ts'
import {
  changedColumns,
  changesBetween,
  parseRow,
  type Row,
  type RowChange,
  type Snapshot,
} from '../harness/snapshot.ts'
import { ATTEMPTS, NOBODYS } from '../harness/tables.ts'
import type { Target } from './target.ts'

export interface Expected {
  /** Entrance and caller, for the messages. */
  readonly what: string
  readonly caller: Caller
  readonly outcome: Outcome
  /** What kind of entrance it is, for the messages. */
  readonly place?: Place
  /** What it changes when it succeeds; nothing by default. */
  readonly changes?: readonly Change[]
  /** The id under which the change must be on record. */
  readonly entrance?: string
}

/** Sends a call and holds answer and effect against what is expected. */
export async function expectEffect(
  target: Target,
  call: Call,
  expected: Expected,
): Promise<Answer> {
  const { what, outcome, place, changes = [] } = expected
  const isCounted = changes.length > 0 && changes.every(({ table }) => table === ATTEMPTS)
  if ((outcome !== 'ok' && !isCounted) || changes.length === 0) {
    const answer = await target.send(call)
    expectOutcome(answer, outcome, what, place)
    expect(await target.changedTables(), `${what}: the tables that changed all the same`).toEqual(
      [],
    )
    return answer
  }
  const before = await target.rows.look()
  const answer = await target.send(call)
  const made = changesBetween(before, await target.rows.look())
  await target.rows.undo(made)
  expectOutcome(answer, outcome, what, place)
  expect(observed(made), `${what}: what it changed`).toEqual(
    wanted(changes, before, organizationOf(expected.caller)),
  )
  expectOwn(made, expected, changes)
  expectOnRecord(made, expected, changes)
  expect(await target.changedTables(), `${what}: the tables that were not restored`).toEqual([])
  return answer
}

interface Counts {
  inserted: number
  deleted: number
  updated: number
  columns: readonly string[]
}

type Effects = Record<string, Counts>

function observed(made: readonly RowChange[]): Effects {
  const effects: Effects = {}
  for (const { table, before, after } of made) {
    const counts = (effects[table] ??= { inserted: 0, deleted: 0, updated: 0, columns: [] })
    if (before === undefined) counts.inserted += 1
    else if (after === undefined) counts.deleted += 1
    else {
      counts.updated += 1
      counts.columns = sorted([...counts.columns, ...changedColumns(before, after)])
    }
  }
  return effects
}

function wanted(changes: readonly Change[], before: Snapshot, orgId: string | null): Effects {
  return Object.fromEntries(
    changes.map(({ table, inserted = 0, deleted = 0, updated = 0, columns = [] }) => {
      const all = [...(before.get(table)?.values() ?? [])].filter(
        (row) => parseRow(row).org_id === orgId,
      )
      const gone = deleted === 'all' ? all.length : deleted
      return [table, { inserted, deleted: gone, updated, columns: sorted(columns) }]
    }),
  )
}

function sorted(columns: readonly string[]): string[] {
  return [...new Set(columns)].toSorted()
}

/** Every row that changed is the caller's organization's, or their own. */
function expectOwn(
  made: readonly RowChange[],
  { what, caller }: Expected,
  changes: readonly Change[],
): void {
  const founded = made.find(
    ({ table, before }) => table === 'public.organizations' && before === undefined,
  )
  const home = founded?.after === undefined ? organizationOf(caller) : parseRow(founded.after).id
  for (const { table, before, after } of made) {
    if (NOBODYS.includes(table)) continue
    for (const row of [before, after].filter((text) => text !== undefined).map(parseRow)) {
      if ('org_id' in row || table === 'public.organizations') {
        const { inOrganization = home } = changeOf(changes, table)
        expect(row.org_id ?? row.id, `${what}: whose row of ${table} it changed`).toBe(
          inOrganization,
        )
      } else {
        const { insertedFor, byNewcomer } = changeOf(changes, table)
        if (byNewcomer === true) continue
        const isFor = before === undefined && insertedFor !== undefined ? insertedFor : caller
        expect(personOf(row), `${what}: whose row of ${table} it changed`).toBe(
          isFor === insertedFor ? ACCOUNTS[insertedFor].userId : accountOf(caller)?.userId,
        )
      }
    }
  }
}

function changeOf(changes: readonly Change[], table: string): Partial<Change> {
  return changes.find((change) => change.table === table) ?? {}
}

function personOf(row: Row): unknown {
  return row.user_id ?? row.id
}

function expectOnRecord(
  made: readonly RowChange[],
  { what, caller, entrance }: Expected,
  changes: readonly Change[],
): void {
  for (const { table, after } of made) {
    if (table !== 'public.audit_events' || after === undefined) continue
    const { actor_id, action } = parseRow(after)
    const newcomer = changeOf(changes, table).byNewcomer === true
    if (!newcomer) {
      expect(actor_id, `${what}: who is on record`).toBe(accountOf(caller)?.userId)
    }
    if (entrance !== undefined) expect(action, `${what}: what is on record`).toBe(entrance)
  }
}
