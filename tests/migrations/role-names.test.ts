/** Roles that shared a name before names were unique can be told apart afterwards, and keep their slugs. */
import { expect, test } from 'vitest'
import { migratedUpTo } from '../support/migrated'

const ORGANIZATION = '01900000-0000-7000-8000-0000000a0001'
const ROLES = [
  ['press', 'Press'],
  ['press-two', 'PRESS'],
  ['press-three', 'press'],
  ['other', 'Other'],
] as const

test('the oldest of them keeps it', async () => {
  const { superuser, migrateOn } = await migratedUpTo('0024_role_names')
  await superuser.query(`insert into organizations (id, name) values ($1, 'Old')`, [ORGANIZATION])
  for (const [place, [key, name]] of ROLES.entries()) {
    await superuser.query(
      `insert into roles (org_id, id, key, name, created_at)
       values ($1, gen_random_uuid(), $2, $3, timestamptz '2026-01-01' + $4 * interval '1 day')`,
      [ORGANIZATION, key, name, place],
    )
  }
  await migrateOn()
  const { rows } = await superuser.query(
    'select key, name from roles where org_id = $1 order by created_at',
    [ORGANIZATION],
  )
  expect(rows).toEqual([
    { key: 'press', name: 'Press' },
    { key: 'press-two', name: 'PRESS (press-two)' },
    { key: 'press-three', name: 'press (press-three)' },
    { key: 'other', name: 'Other' },
  ])
  const walls = await superuser.query(
    `select relforcerowsecurity from pg_class where relname = 'roles'`,
  )
  expect(walls.rows).toEqual([{ relforcerowsecurity: true }])
})
