/** An organization that a test founds, with roles of its own and people in it. */
import type { Permission } from '~/authz'
import { newId } from '~/platform/ids'
import type { Caller } from './caller'
import type { Database } from './database'

/** A role as a test asks for it. */
export interface WantedRole {
  /** What it starts as, and follows unless it is detached. */
  readonly template: 'viewer' | 'editor' | 'admin'
  readonly permissions: readonly Permission[]
  readonly isDetached: boolean
}

export interface Founded {
  readonly id: string
  /** Made by its founder, through the product. @returns its id */
  readonly makeRole: (slug: string, wanted: WantedRole) => Promise<string>
  /** Past every rule but the database's own. @returns the membership's id */
  readonly addMember: (
    userId: string,
    roleIds: readonly string[],
    status?: 'active' | 'suspended',
  ) => Promise<string>
}

/** Founded by the caller, who owns it and works in it; with room for whatever is made. */
export async function found(database: Database, founder: Caller, name: string): Promise<Founded> {
  const { id: orgId } = (await founder.call('organizations.createOrganization', { name })).result
  await database.query(`update organizations set plan = 'enterprise' where id = $1`, [orgId])
  return {
    id: orgId,
    async makeRole(slug, { template, permissions, isDetached }) {
      const made = { template, name: slug, slug, description: '' }
      const roleId = (await founder.call('roles.createRole', made)).result.id
      const version = async () => (await founder.call('roles.getRole', { roleId })).result.version
      const changed = await founder.call('roles.updateRole', {
        roleId,
        version: await version(),
        name: slug,
        description: '',
        permissions: [...permissions],
      })
      if (changed.code !== 'ok') throw new Error(`${slug} was not made: ${changed.code}`)
      if (!isDetached) return roleId
      const detached = await founder.call('roles.detachRole', { roleId, version: await version() })
      if (detached.code !== 'ok') throw new Error(`${slug} was not detached: ${detached.code}`)
      return roleId
    },
    async addMember(userId, roleIds, status = 'active') {
      const id = newId()
      await database.query(
        'insert into memberships (org_id, id, user_id, status) values ($1, $2, $3, $4)',
        [orgId, id, userId, status],
      )
      await database.query('insert into member_roles select $1, $2, unnest($3::uuid[])', [
        orgId,
        id,
        roleIds,
      ])
      return id
    },
  }
}
