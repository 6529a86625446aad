/** Who and what is in Larkspur Labs, the organization that most tests work in. */
import type { PersonaKey } from '~/features/demo/personas'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import type { Database } from './database'

/** @returns the membership's id of one of the demo's people. */
export async function memberIdOf(database: Database, who: PersonaKey): Promise<string> {
  return one(database, 'select id from memberships where org_id = $1 and user_id = $2', [
    LARKSPUR,
    persona(who).id,
  ])
}

/** @returns the id of a role. */
export async function roleIdOf(database: Database, key: string): Promise<string> {
  return one(database, 'select id from roles where org_id = $1 and key = $2', [LARKSPUR, key])
}

/** @returns the keys of the roles that somebody holds now. */
export async function rolesOf(database: Database, who: PersonaKey): Promise<string[]> {
  const rows = await database.query<{ key: string }>(
    `select r.key from memberships m
     join member_roles mr on mr.org_id = m.org_id and mr.membership_id = m.id
     join roles r on r.org_id = mr.org_id and r.id = mr.role_id
     where m.org_id = $1 and m.user_id = $2 order by 1`,
    [LARKSPUR, persona(who).id],
  )
  return rows.map(({ key }) => key)
}

/** Leaves a member with these roles and no others, past every rule but the database's own. */
export async function leaveRoles(
  database: Database,
  memberId: string,
  ...keys: readonly string[]
): Promise<void> {
  await database.query(
    `insert into member_roles select org_id, $2, id from roles where org_id = $1 and key = any($3)
     on conflict do nothing`,
    [LARKSPUR, memberId, keys],
  )
  await database.query(
    `delete from member_roles mr using roles r where mr.membership_id = $1
       and r.org_id = mr.org_id and r.id = mr.role_id and r.key <> all($2)`,
    [memberId, keys],
  )
}

async function one(database: Database, sql: string, values: string[]): Promise<string> {
  const [row] = await database.query<{ id: string }>(sql, values)
  if (row === undefined) throw new Error(`the seed has changed: no row for ${sql}`)
  return row.id
}
