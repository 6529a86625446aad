/** No row can hang from a parent of another organization, even where no row level security binds. */
import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '~/platform/ids'
import { LARKSPUR, TIDEWATER } from '../../scripts/seed/cast'
import { databaseForFile, type Login } from '../support/database'
import { sqlState } from '../support/doors'
import { type ForeignKey, keysToTenantTables } from './catalogue/keys'

const database = databaseForFile()
let keys: ForeignKey[] = []

beforeAll(async () => {
  keys = await keysToTenantTables(database())
})

type Row = Readonly<Record<string, unknown>>

/** A child of Larkspur's that could be inserted, and what it would point at. */
async function childOf(key: ForeignKey, parentOrg: string): Promise<Row> {
  const [child] = await database().query<Row>(
    `select * from ${key.from} where org_id = $1 limit 1`,
    [LARKSPUR],
  )
  const first = child ?? (await FIRST[key.from]?.())
  const parent = await parentIn(key, parentOrg, Object.values(first ?? {}))
  const pointing = Object.fromEntries(
    key.columns
      .map((column, place) => [column, parent[key.references[place] ?? '']] as const)
      // What the child says of itself stays; what names the parent is the parent's.
      .filter(([column, value]) => column !== 'org_id' && typeof value !== 'boolean'),
  )
  return { ...first, ...ofItsOwn(first), ...pointing }
}

/** The first row of a table that the seed leaves empty. */
const FIRST: Readonly<Record<string, () => Promise<Row | undefined>>> = {
  async ownership_offers() {
    const [offer] = await database().query<Row>(
      `select org_id, id, id as giver_id, now() as expires_at, now() as created_at,
         lag(id) over (order by id) as recipient_id
       from memberships where org_id = $1 order by id desc limit 1`,
      [LARKSPUR],
    )
    return offer
  },
}

/** New values where a table wants them unique, so that nothing but the key can object. */
function ofItsOwn(child: Row = {}): Row {
  const id = newId()
  const values: Row = { id, token_hash: id, email: `${id}@new.example` }
  return Object.fromEntries(Object.entries(values).filter(([column]) => column in child))
}

/** A parent that only its own organization has: some people are members of two. */
async function parentIn(
  { to, references }: ForeignKey,
  orgId: string,
  /** What the child holds already: nobody is offered what they give. */
  taken: readonly unknown[],
): Promise<Row> {
  const columns = references.slice(1)
  const same = columns.map((column) => `other.${column} = parent.${column}`).join(' and ')
  const [parent] = await database().query<Row>(
    `select * from ${to} parent where org_id = $1 and not exists (
       select from ${to} other where other.org_id <> parent.org_id and ${same})
       -- The owners' role takes no differences: another rule would object first.
       and to_jsonb(parent) ->> 'is_owner' is distinct from 'true'
       and to_jsonb(parent) ->> $2 <> all ($3) limit 1`,
    [orgId, columns[0], taken.map(String)],
  )
  if (parent === undefined) throw new Error(`${to} has no row that is in ${orgId} alone`)
  return parent
}

async function insertInLarkspur(client: pg.Client, table: string, row: Row): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`select set_config('app.org_id', $1, true)`, [LARKSPUR])
    await client.query(
      `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)
       on conflict do nothing`,
      [JSON.stringify(row)],
    )
    await client.query('set constraints all immediate')
  } finally {
    await client.query('rollback')
  }
}

test('there are keys between tenant tables to try', () => {
  expect(keys.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['documents_project', 'documents_owner', 'member_roles_role']),
  )
})

describe.each<Login>(['app', 'superuser'])(
  "attack 16: a child whose parent is another tenant's, inserted by the %s login",
  (login) => {
    test('is refused by every foreign key', async () => {
      const client = await database().connect(login)
      for (const key of keys) {
        const row = await childOf(key, TIDEWATER)
        expect(await sqlState(insertInLarkspur(client, key.from, row)), key.name).toBe('23503')
      }
    })

    test("is accepted when the parent is its own tenant's", async () => {
      const client = await database().connect(login)
      for (const key of keys) {
        const row = await childOf(key, LARKSPUR)
        expect(await sqlState(insertInLarkspur(client, key.from, row)), key.name).toBe('no error')
      }
    })
  },
)

test("a document outlives its owner's membership, in its organization and without an owner", async () => {
  const superuser = await database().connect('superuser')
  await superuser.query('begin')
  const owned = await superuser.query<{ id: string; user_id: string }>(
    `select d.id, d.owner_id as user_id from documents d
     where d.org_id = $1 and exists (select from memberships m
       where m.org_id = d.org_id and m.user_id = d.owner_id) limit 1`,
    [TIDEWATER],
  )
  const [document] = owned.rows
  await superuser.query('delete from memberships where org_id = $1 and user_id = $2', [
    TIDEWATER,
    document?.user_id,
  ])
  const left = await superuser.query('select org_id, owner_id from documents where id = $1', [
    document?.id,
  ])
  await superuser.query('rollback')
  expect(left.rows).toEqual([{ org_id: TIDEWATER, owner_id: null }])
})
