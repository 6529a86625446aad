/** The ids that the seed makes anew each time, looked up so that samples can name them. */
import type { Client } from 'pg'
import { confirmToken } from '../harness/mailed-tokens.ts'
import { ACCOUNTS, type Person, SECOND_DEVICE } from '../harness/people.ts'
import { ROLES, VERSION_OF_ROLE } from '../harness/role-versions.ts'

export interface World {
  /** The membership of somebody in an organization. */
  memberId(userId: string, orgId: string): string
  roleId(key: string, orgId: string): string
  /** What a change of the role must say that it was made from. */
  roleVersion(roleId: string): string
  /** The session of somebody's other device. */
  otherSessionId(person: Person): string
  /** In the mail to who has signed up and not confirmed the address. */
  confirmToken(): string
}

export async function readWorld(client: Client, secret: string): Promise<World> {
  const read = async (sql: string): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await client.query<{ key: string; id: string }>(sql)
    return new Map(rows.map(({ key, id }) => [key, id]))
  }
  const members = await read(
    `select user_id || '@' || org_id as key, id::text as id from memberships`,
  )
  const roles = await read(`select key || '@' || org_id as key, id::text as id from roles`)
  const versions = await read(`select r.id::text as key, ${VERSION_OF_ROLE} as id from ${ROLES}`)
  const sessions = await read(
    `select user_id::text as key, id::text as id from auth.session
     where user_agent = '${SECOND_DEVICE}'`,
  )
  return {
    memberId: (userId, orgId) => found(members, `${userId}@${orgId}`),
    roleId: (key, orgId) => found(roles, `${key}@${orgId}`),
    roleVersion: (roleId) => found(versions, roleId),
    otherSessionId: (person) => found(sessions, ACCOUNTS[person].userId),
    confirmToken: () => confirmToken(secret),
  }
}

function found(map: ReadonlyMap<string, string>, key: string): string {
  const id = map.get(key)
  if (id === undefined) throw new Error(`the seed has no ${key}`)
  return id
}
