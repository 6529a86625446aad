/** The watch on the database: it sees whatever is written, however little, and takes it back. */
import { changesBetween, tablesOf } from '../harness/snapshot.ts'
import { LARKSPUR } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'

const WRITES: Readonly<Record<string, string>> = {
  'one letter': `update projects set name = name || '.' where id = (select id from projects limit 1)`,
  'a row that is gone':
    'delete from member_roles where ctid = (select ctid from member_roles limit 1)',
  'as many rows, one of them another': `
    with gone as (delete from role_overrides where ctid = (select ctid from role_overrides limit 1)
      returning *)
    insert into role_overrides (org_id, role_id, permission, granted)
    select org_id, role_id, 'audit:export', not granted from gone`,
  'a thousandth of a second': `update auth.session set expires_at = expires_at + interval '1 millisecond'
    where id = (select id from auth.session limit 1)`,
}

for (const [what, sql] of Object.entries(WRITES)) {
  test(`the watch sees ${what}, and nothing afterwards`, async ({ target }) => {
    const before = await target.rows.look()
    await target.db.query('begin; set local session_replication_role = replica')
    const { rowCount } = await target.db.query(sql)
    await target.db.query('commit')
    expect(rowCount).toBe(1)
    const made = changesBetween(before, await target.rows.look())
    expect(made.length).toBeGreaterThan(0)
    expect(await target.changedTables()).toEqual(tablesOf(made))
    await target.rows.undo(made)
    expect(await target.changedTables()).toEqual([])
  })
}

test('what was written and taken back counts as nothing', async ({ target }) => {
  const rename = 'update organizations set name = $2 where id = $1 returning name'
  const { rows } = await target.db.query<{ name: string }>(
    'select name from organizations where id = $1',
    [LARKSPUR],
  )
  await target.db.query(rename, [LARKSPUR, 'Otherwise'])
  expect(await target.changedTables()).toEqual(['public.organizations'])
  await target.db.query(rename, [LARKSPUR, rows[0]?.name])
  expect(await target.changedTables()).toEqual([])
})

test('a table that is made is a change', async ({ target }) => {
  await target.db.query('create table made_meanwhile (id int primary key)')
  expect(await target.changedTables()).toEqual(['the catalogue'])
  await target.db.query('drop table made_meanwhile')
})
