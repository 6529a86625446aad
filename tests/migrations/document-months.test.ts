/** What was made before documents were counted is counted by the migration that began to count. */
import { expect, test } from 'vitest'
import { migratedUpTo } from '../support/migrated'

const FIRST = '01900000-0000-7000-8000-0000000a0001'
const SECOND = '01900000-0000-7000-8000-0000000a0002'

/** When each document was made: at both ends of a month in UTC, whatever the server's zone. */
const MADE: readonly [orgId: string, at: string][] = [
  [FIRST, '2026-01-31T23:59:59.999Z'],
  [FIRST, '2026-02-01T00:00:00.000Z'],
  [FIRST, '2026-02-28T12:00:00.000Z'],
  [SECOND, '2026-02-28T23:30:00.000Z'],
  [SECOND, '2026-03-01T00:30:00+02:00'],
]

test('documents of every organization, by their month in UTC', async () => {
  const { superuser, migrateOn } = await migratedUpTo('0017_plans')
  // The rows alone: no project, no owner, and nobody who checks.
  await superuser.query(`set session_replication_role = 'replica'; set time zone 'Asia/Tokyo'`)
  for (const orgId of [FIRST, SECOND]) {
    await superuser.query(`insert into organizations (id, name) values ($1, 'Old')`, [orgId])
  }
  for (const [orgId, at] of MADE) {
    await superuser.query(
      `insert into documents (org_id, id, project_id, title, created_at)
       values ($1, gen_random_uuid(), gen_random_uuid(), 'Old', $2)`,
      [orgId, at],
    )
  }

  await migrateOn()

  const { rows } = await superuser.query(
    'select org_id, month::text as month, created from document_months order by 1, 2',
  )
  expect(rows).toEqual([
    { org_id: FIRST, month: '2026-01-01', created: 1 },
    { org_id: FIRST, month: '2026-02-01', created: 2 },
    { org_id: SECOND, month: '2026-02-01', created: 2 },
  ])
  const walls = await superuser.query(
    `select relname from pg_class where relname in ('documents', 'document_months')
     and relforcerowsecurity order by 1`,
  )
  expect(walls.rows).toEqual([{ relname: 'document_months' }, { relname: 'documents' }])
})
