/** Gives a member a full set of roles through the product, made from what they hold now. */
import type { Caller } from './caller'
import type { Database } from './database'

export async function setRoles(
  database: Database,
  caller: Caller,
  wanted: {
    readonly memberId: string
    readonly roleIds: readonly string[]
    readonly evenThoughItIsMe?: boolean | undefined
  },
) {
  const { memberId, roleIds, evenThoughItIsMe = false } = wanted
  return caller.call('members.changeMemberRoles', {
    memberId,
    madeFrom: await roleIdsOf(database, memberId),
    roleIds: [...roleIds],
    evenThoughItIsMe,
  })
}

/** @returns the ids of the roles that a member holds now */
export async function roleIdsOf(database: Database, memberId: string): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    'select role_id as id from member_roles where membership_id = $1',
    [memberId],
  )
  return rows.map(({ id }) => id)
}
