/** The wall around each organization's rows, table by table, as the server's own login meets it. */
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { recordDenial } from '~/db/identity-door'
import { withTenant } from '~/db/tenant-door'
import { newId } from '~/platform/ids'
import { FERNWAY, LARKSPUR, TIDEWATER } from '../../scripts/seed/cast'
import { doorsForFile, sqlState } from '../support/doors'
import { openOffer } from '../support/offers'
import { APP_RIGHTS, GLOBAL_TABLES_WITH_A_WALL } from './catalogue/expected'
import { tenantTables } from './catalogue/walls'

const database = doorsForFile()
const ORGANIZATIONS = [LARKSPUR, TIDEWATER, FERNWAY]
let tables: string[] = []

beforeAll(async () => {
  tables = await tenantTables(database())
  for (const orgId of ORGANIZATIONS) {
    await openOffer(database(), orgId)
    const about = { id: newId(), caller: 'test', userId: null, code: 'forbidden', permission: null }
    await recordDenial({ ...about, orgId, entrance: 'projects.listProjects', requestId: newId() })
  }
})

/** The rows that a bare query shows in an organization. */
function everything(orgId: string, table: string, column = 'org_id') {
  return withTenant(orgId, 'read', async (db) => {
    const found = await db.execute<{ tenant: string; rows: number }>(
      sql.raw(`select ${column} as tenant, count(*)::int as rows from ${table} group by 1`),
    )
    return found.rows
  })
}

async function rowsOf(table: string, orgId: string, column = 'org_id'): Promise<number> {
  const [row] = await database().query<{ rows: number }>(
    `select count(*)::int as rows from ${table} where ${column} = $1`,
    [orgId],
  )
  return row?.rows ?? 0
}

describe('attack 17: a query without its predicate', () => {
  test('shows all rows of its own organization and no other, in every tenant table', async () => {
    for (const table of [...tables, ...GLOBAL_TABLES_WITH_A_WALL, 'member_profiles']) {
      for (const orgId of ORGANIZATIONS) {
        const rows = await rowsOf(table, orgId)
        expect(rows, `${table} has rows to be seen`).toBeGreaterThan(0)
        expect(await everything(orgId, table), table).toEqual([{ tenant: orgId, rows }])
      }
    }
  })

  test('shows one organization: the own', async () => {
    expect(await everything(TIDEWATER, 'organizations', 'id')).toEqual([
      { tenant: TIDEWATER, rows: 1 },
    ])
  })

  test('changes and deletes rows of its own organization alone', async () => {
    const others = async () =>
      database().query(
        `select md5(string_agg(d::text, '|' order by d.id)) as digest, count(*)
         from documents d where org_id <> $1`,
        [FERNWAY],
      )
    const before = await others()
    await withTenant(FERNWAY, 'write', async (db) => {
      const changed = await db.execute(sql`update documents set title = 'mine now'`)
      expect(changed.rowCount).toBe(await rowsOf('documents', FERNWAY))
      const deleted = await db.execute(sql`delete from documents`)
      expect(deleted.rowCount).toBe(changed.rowCount)
    })
    expect(await rowsOf('documents', FERNWAY)).toBe(0)
    expect(await others()).toEqual(before)
  })

  test('shows nothing at all where no organization was said, in every table', async () => {
    const app = await database().connect('app')
    for (const table of [
      ...tables,
      ...GLOBAL_TABLES_WITH_A_WALL,
      'member_profiles',
      'organizations',
    ]) {
      const { rows } = await app.query(`select * from ${table} limit 1`)
      expect(rows, table).toEqual([])
    }
  })

  test('fails where the organization is not an id', async () => {
    const app = await database().connect('app')
    await app.query(`select set_config('app.org_id', 'all', false)`)
    expect(await sqlState(app.query('select * from projects'))).toBe('22P02')
    await app.query(`select set_config('app.org_id', '', false)`)
    expect((await app.query('select * from projects')).rows).toEqual([])
  })
})

describe('attack 16: a row of another organization', () => {
  /** In one organization, with a row of another's. */
  function inLarkspur(text: string, row: unknown) {
    return withTenant(LARKSPUR, 'write', async (db) => {
      await db.$client.query(text, [JSON.stringify(row)])
    })
  }

  async function someRowOf(table: string, orgId: string): Promise<object> {
    const [row] = await database().query<object>(
      `select * from ${table} where org_id = $1 limit 1`,
      [orgId],
    )
    if (row === undefined) throw new Error(`${table} has no row in ${orgId}`)
    return row
  }

  test('cannot be inserted into any tenant table', async () => {
    for (const table of tables) {
      const row = await someRowOf(table, TIDEWATER)
      const text = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1::jsonb)`
      expect(await refusalOf(inLarkspur(text, row)), table).toMatch(/violates row-level security/)
    }
  })

  test("cannot be made of one's own by changing its organization", async () => {
    for (const table of tables) {
      const moved = withTenant(LARKSPUR, 'write', async (db) => {
        await db.execute(sql.raw(`update ${table} set org_id = '${TIDEWATER}'`))
      })
      const mayUpdate = APP_RIGHTS[`public.${table}`]?.includes('UPDATE') ?? false
      expect(await refusalOf(moved), table).toMatch(
        mayUpdate ? /violates row-level security/ : /permission denied/,
      )
    }
  })

  test('cannot be founded from inside another organization', async () => {
    const founded = withTenant(LARKSPUR, 'write', async (db) => {
      await db.execute(sql`insert into organizations (id, name) values (${newId()}, 'Elsewhere')`)
    })
    expect(await refusalOf(founded)).toMatch(/violates row-level security/)
  })
})

test('a read cannot write, whatever the handler tries', async () => {
  const write = withTenant(LARKSPUR, 'read', async (db) => {
    await db.execute(sql`update projects set name = 'changed by a GET'`)
  })
  expect(await sqlState(write)).toBe('25006')
})

/** What Postgres said, which the door passes on and the error boundary never does. */
async function refusalOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'it was done'
  } catch (error) {
    const cause = error instanceof Error ? (error.cause ?? error) : error
    return cause instanceof Error ? cause.message : 'not an error'
  }
}
