/** A role that holds exactly these permissions, for what no role of the seed is. */
import type { Permission } from '~/authz'
import type { PersonaKey } from '~/features/demo/personas'
import type { App } from './app'
import { memberIdOf } from './larkspur'
import { setRoles } from './set-roles'

let made = 0

/** Makes the role, as the owner, and gives it to the person instead of what they held. */
export async function giveOnly(
  app: App,
  who: PersonaKey,
  permissions: readonly Permission[],
): Promise<void> {
  made += 1
  const owner = await app.as('owner')
  const input = {
    template: 'admin',
    name: `Only ${made}`,
    slug: `only-${made}`,
    description: '',
  } as const
  const { id: roleId } = (await owner.call('roles.createRole', input)).result
  const { version, name, description } = (await owner.call('roles.getRole', { roleId })).result
  const changed = await owner.call('roles.updateRole', {
    roleId,
    version,
    name,
    description,
    permissions: [...permissions],
  })
  const memberId = await memberIdOf(app.database, who)
  const given = await setRoles(app.database, owner, { memberId, roleIds: [roleId] })
  if (changed.code !== 'ok' || given.code !== 'ok') throw new Error('the role could not be given')
}
