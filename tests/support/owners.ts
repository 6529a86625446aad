/** Two owners of Larkspur Labs, for the races that could leave it without any. */
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import type { Database } from './database'
import { memberIdOf, roleIdOf } from './larkspur'

export interface TwoOwners {
  /** Their memberships' ids. */
  readonly olivia: string
  readonly tomas: string
  readonly ownerRole: string
  readonly viewerRole: string
  /** Makes both active owners again, whatever has become of them. */
  reset(): Promise<void>
  /** How many active owners there are. */
  count(): Promise<number>
}

export async function twoOwners(database: Database): Promise<TwoOwners> {
  const [olivia, tomas, ownerRole, viewerRole] = [
    await memberIdOf(database, 'owner'),
    await memberIdOf(database, 'two-roles'),
    await roleIdOf(database, 'owner'),
    await roleIdOf(database, 'viewer'),
  ]
  const people = [
    [olivia, persona('owner').id],
    [tomas, persona('two-roles').id],
  ]
  return {
    olivia,
    tomas,
    ownerRole,
    viewerRole,
    async reset() {
      for (const [id, userId] of people) {
        await database.query(
          `insert into memberships (org_id, id, user_id) values ($1, $2, $3)
           on conflict (org_id, id) do update set status = 'active'`,
          [LARKSPUR, id, userId],
        )
        await database.query(
          'insert into member_roles values ($1, $2, $3) on conflict do nothing',
          [LARKSPUR, id, ownerRole],
        )
      }
    },
    async count() {
      const [row] = await database.query<{ owners: number }>(
        `select count(*)::int as owners from member_roles mr
         join memberships m on m.org_id = mr.org_id and m.id = mr.membership_id
         where mr.org_id = $1 and mr.role_id = $2 and m.status = 'active'`,
        [LARKSPUR, ownerRole],
      )
      return row?.owners ?? -1
    },
  }
}
