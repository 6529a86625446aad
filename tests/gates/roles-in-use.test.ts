/** What hangs on a role when it is deleted or changed: who joins, who is invited, and who holds more. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Permission } from '~/authz'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { sqlState } from '../support/doors'
import { memberIdOf, roleIdOf } from '../support/larkspur'
import { tokenMailedTo } from '../support/mails'

const app = appForFile()
let olivia: Caller // owns Larkspur Labs
let victor: Caller // a viewer there, who becomes a steward of roles
let viewer: string // the role

beforeAll(async () => {
  olivia = await app.as('owner')
  victor = await app.as('viewer')
  viewer = await roleIdOf(app.database, 'viewer')
})

let made = 0

/** A clone of Viewer that grants these as well. */
async function roleWith(...more: Permission[]) {
  made += 1
  const slug = `in-use-${made}`
  const input = { template: 'viewer' as const, name: `In use ${made}`, slug, description: '' }
  const { id } = (await olivia.call('roles.createRole', input)).result
  const role = await read(id)
  if (more.length > 0) await change(role, [...role.permissions, ...more], olivia)
  return read(id)
}

const read = async (roleId: string) => (await olivia.call('roles.getRole', { roleId })).result
type Role = Awaited<ReturnType<typeof read>>

const change = ({ id, version, name }: Role, permissions: readonly Permission[], by: Caller) =>
  by.call('roles.updateRole', {
    roleId: id,
    version,
    name,
    description: '',
    permissions: [...permissions],
  })
const remove = ({ id, version }: Role, by: Caller, replacementId?: string) =>
  by.call('roles.deleteRole', { roleId: id, version, replacementId })

async function give(role: Role, who: 'viewer' | 'two-roles') {
  const given = { memberId: await memberIdOf(app.database, who), roleId: role.id }
  expect((await olivia.call('assignments.assignRole', given)).code).toBe('ok')
}

describe('nobody becomes an owner by joining', () => {
  test('nor by the role of who joins being deleted, with the owners’ in its place', async () => {
    const role = await roleWith()
    expect((await olivia.call('roles.setDefaultRole', { roleId: role.id })).code).toBe('ok')
    const owner = await roleIdOf(app.database, 'owner')
    expect((await remove(role, olivia, owner)).code).toBe('forbidden')
    expect((await read(role.id)).isDefault).toBe(true)
    expect((await remove(role, olivia, viewer)).code).toBe('ok')
    expect((await read(viewer)).isDefault).toBe(true)
    const [event] = await app.database.query<{ after: unknown }>(
      `select after from audit_events where target_id = $1 and action = 'roles.deleteRole'`,
      [role.id],
    )
    expect(event?.after).toMatchObject({ roleOfJoiners: 'Viewer' })
  })

  test('nor by the app’s own login writing it', async () => {
    const client = await app.database.connect('app')
    await client.query('begin')
    await client.query(`select set_config('app.org_id', $1, true)`, [LARKSPUR])
    await client.query('update roles set is_default = false')
    const state = await sqlState(
      client.query(`update roles set is_default = true where key = 'owner'`),
    )
    await client.query('rollback')
    expect(state).toBe('23514')
  })
})

test('who may change roles and not give them does not choose what joiners get, by deleting it', async () => {
  await give(await roleWith('org:roles:write'), 'viewer')
  const role = await roleWith()
  expect((await remove(await roleWith(), victor)).code).toBe('ok')
  await olivia.call('roles.setDefaultRole', { roleId: role.id })
  expect((await remove(role, victor, viewer)).code).toBe('forbidden')
  expect((await remove(role, olivia, viewer)).code).toBe('ok')
})

describe('a role that people are invited into', () => {
  const statesOf = async (...emails: string[]) =>
    app.database.query<{ email: string; status: string; role: string | null }>(
      `select i.email, i.status, r.key as role from invitations i
       left join roles r on r.org_id = i.org_id and r.id = i.role_id
       where i.email = any ($1) order by 1`,
      [emails],
    )

  test('is in use; the open ones get its replacement, and what is over stays on record', async () => {
    const role = await roleWith()
    const invite = (email: string) =>
      olivia.call('invitations.inviteMember', { email, roleId: role.id })
    const [over, open] = ['over@new.example', 'open@new.example']
    const { id } = (await invite(over)).result
    await olivia.call('invitations.revokeInvitation', { invitationId: id })
    await invite(open)
    const preview = await olivia.call('roles.previewRoleDeletion', {
      roleId: role.id,
      replacementId: viewer,
    })
    expect(preview.result.invitations).toBe(1)
    expect((await remove(role, olivia)).code).toBe('conflict')
    expect((await remove(role, olivia, viewer)).code).toBe('ok')
    expect(await statesOf(over, open)).toEqual([
      { email: open, status: 'pending', role: 'viewer' },
      { email: over, status: 'revoked', role: null },
    ])
  })

  test('cannot go past them, whoever writes it', async () => {
    const role = await roleWith()
    await olivia.call('invitations.inviteMember', { email: 'kept@new.example', roleId: role.id })
    const deleting = app.database.query('delete from roles where id = $1', [role.id])
    expect(await sqlState(deleting)).toBe('23514')
  })
})

test('an invitation that somebody else sends again is theirs: the first inviter may be gone', async () => {
  const email = 'again@new.example'
  const adam = await app.as('admin')
  const { id } = (await adam.call('invitations.inviteMember', { email, roleId: viewer })).result
  await app.database.query(
    `update memberships set status = 'suspended' where org_id = $1 and id = $2`,
    [LARKSPUR, await memberIdOf(app.database, 'admin')],
  )
  const join = async () =>
    app.nobody.call('invitations.joinAsNewPerson', {
      token: await tokenMailedTo(app.database, email),
      name: 'Again',
      password: 'long-enough-to-be-one',
    })
  expect((await join()).code).toBe('forbidden')
  // A minute later: an address is mailed once a minute.
  await app.database.query('delete from platform.rate_limits')
  expect((await olivia.call('invitations.resendInvitation', { invitationId: id })).code).toBe('ok')
  expect((await join()).code).toBe('ok')
})

test('attack 22: a role that somebody above holds is neither emptied nor deleted past them', async () => {
  await give(await roleWith('org:roles:write', 'org:roles:assign', 'audit:read'), 'viewer')
  const role = await roleWith('audit:read')
  await give(role, 'two-roles') // who writes and bills, which Victor does not
  const less = role.permissions.filter((one) => one !== 'audit:read')
  expect((await change(role, less, victor)).code).toBe('forbidden')
  expect((await remove(role, victor, viewer)).code).toBe('forbidden')
  // What takes nothing from them is the steward's to do, and the owner may do all of it.
  expect((await change(role, role.permissions, victor)).code).toBe('ok')
  expect((await remove(await read(role.id), olivia, viewer)).code).toBe('ok')
})
