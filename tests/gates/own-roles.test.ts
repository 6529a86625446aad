/** Roles that an organization owns: what they follow, what is refused, and who hears of it. */
import { beforeAll, describe, expect, test } from 'vitest'
import { ROLE_TEMPLATES } from '~/authz'
import { FERNWAY, LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { sqlState } from '../support/doors'
import { memberIdOf, roleIdOf, rolesOf } from '../support/larkspur'

const app = appForFile()
let olivia: Caller // owns Larkspur Labs
let adam: Caller // admin there
let leon: string // a viewer's membership

beforeAll(async () => {
  olivia = await app.as('owner')
  adam = await app.as('admin')
  leon = await memberIdOf(app.database, 'viewer')
})

let made = 0

/** A new clone. */
async function clone(template: 'viewer' | 'editor' | 'admin', by: Caller = adam) {
  made += 1
  const slug = `clone-${made}`
  const input = { template, name: `Clone ${made}`, slug, description: '' }
  const { id } = (await by.call('roles.createRole', input)).result
  return (await by.call('roles.getRole', { roleId: id })).result
}

type Role = Awaited<ReturnType<typeof clone>>
type Permissions = Role['permissions']

const change = (role: Role, permissions: Permissions, by: Caller = adam) =>
  by.call('roles.updateRole', {
    roleId: role.id,
    version: role.version,
    name: role.name,
    description: role.description,
    permissions: [...permissions],
  })
const read = async (roleId: string) => (await adam.call('roles.getRole', { roleId })).result
const remove = ({ id, version }: Role, replacementId?: string) =>
  adam.call('roles.deleteRole', { roleId: id, version, replacementId })

describe('a clone', () => {
  test('grants what its template grants, and stores nothing of it', async () => {
    const role = await clone('editor')
    expect(role.permissions.toSorted()).toEqual(ROLE_TEMPLATES.editor.permissions.toSorted())
    expect(
      await app.database.query('select * from role_overrides where role_id = $1', [role.id]),
    ).toEqual([])
    await remove(role)
  })

  test('follows a change of its template, less its overrides; a detached one does not', async () => {
    const [following, detached] = [await clone('viewer'), await clone('viewer')]
    const wanted = [
      ...following.permissions.filter((one) => one !== 'content:read'),
      'content:publish' as const,
    ]
    expect((await change(following, wanted)).code).toBe('ok')
    const cut = { roleId: detached.id, version: detached.version }
    expect((await adam.call('roles.detachRole', cut)).code).toBe('ok')
    expect((await read(detached.id)).permissions).toEqual(detached.permissions)
    const shift = async (gained: string, lost: string) => {
      await app.database.query(`insert into role_template_permissions values ('viewer', $1)`, [
        gained,
      ])
      await app.database.query(
        `delete from role_template_permissions where template_key = 'viewer' and permission = $1`,
        [lost],
      )
    }
    await shift('projects:write', 'users:read')
    const after = (await read(following.id)).permissions
    await shift('users:read', 'projects:write')
    expect(after).toContain('projects:write')
    expect(after).toContain('content:publish')
    expect(after).not.toContain('users:read')
    expect(after).not.toContain('content:read')
    expect((await read(detached.id)).permissions).toEqual(detached.permissions)
    const again = { ...cut, version: (await read(detached.id)).version }
    expect((await adam.call('roles.detachRole', again)).code).toBe('conflict')
    for (const { id } of [following, detached]) await remove(await read(id))
  })

  test('that was changed meanwhile answers 409, and keeps the first change', async () => {
    const role = await clone('viewer')
    expect((await change(role, ['users:read'])).code).toBe('ok')
    expect((await change(role, ['content:read'])).code).toBe('conflict')
    expect((await read(role.id)).permissions).toEqual(['users:read'])
    await remove(await read(role.id))
  })

  test('that was looked at before its template changed answers 409: its preview said something else', async () => {
    const role = await clone('viewer')
    const templateGrants = (permission: string, isGranted: boolean) =>
      app.database.query(
        isGranted
          ? `insert into role_template_permissions values ('viewer', $1)`
          : `delete from role_template_permissions where template_key = 'viewer' and permission = $1`,
        [permission],
      )
    await templateGrants('projects:write', true)
    const answers = [
      await change(role, role.permissions),
      await adam.call('roles.detachRole', { roleId: role.id, version: role.version }),
      await remove(role),
    ]
    await templateGrants('projects:write', false)
    expect(answers.map(({ code }) => code)).toEqual(['conflict', 'conflict', 'conflict'])
    expect((await change(role, role.permissions)).code).toBe('ok')
    await remove(await read(role.id))
  })

  test('gets no name or slug that another role has, in whatever case, and the field is named', async () => {
    const role = await clone('viewer')
    const create = (name: string, slug: string) =>
      adam.call('roles.createRole', { template: 'viewer', name, slug, description: '' })
    const rename = (name: string) => change({ ...role, name }, role.permissions)
    const answers = [
      await create('EDITOR', 'another'),
      await create('Another', 'editor'),
      await rename('editor'),
    ]
    expect(answers.map(({ code }) => code)).toEqual(['conflict', 'conflict', 'conflict'])
    for (const [place, path] of ['name', 'slug', 'name'].entries()) {
      expect(answers[place]?.refusal?.details).toEqual({
        issues: [{ path, message: expect.any(String) }],
      })
    }
    expect((await rename(role.name.toUpperCase())).code).toBe('ok')
    // Of two at once it is the database that says so.
    const twice = await Promise.all([create('Twin', 'twin-one'), create('twin', 'twin-two')])
    expect(twice.map(({ code }) => code).toSorted()).toEqual(['conflict', 'ok'])
    for (const { id, isCustom, name } of (await adam.call('roles.listRoles')).result) {
      if (isCustom && (id === role.id || name.toLowerCase() === 'twin'))
        await remove(await read(id))
    }
  })

  test('that nearly equals another role is told so', async () => {
    const role = await clone('editor')
    const { result } = await change(role, [...role.permissions, 'content:delete'])
    expect(result.similar.map(({ name, differsBy }) => `${name} ${differsBy}`)).toContain(
      'Editor 1',
    )
    await remove(await read(role.id))
  })
})

describe('rights that were given by a role of the own', () => {
  test('hold at the next request and end with the override', async () => {
    const victor = await app.as('viewer')
    const role = await clone('viewer')
    const given = { memberId: leon, roleId: role.id }
    expect((await adam.call('assignments.assignRole', given)).code).toBe('ok')
    expect((await victor.call('audit.listDenials')).code).toBe('forbidden')
    await change(role, [...role.permissions, 'audit:read'])
    expect((await victor.call('audit.listDenials')).code).toBe('ok')
    const now = await read(role.id)
    await change(now, role.permissions)
    expect((await victor.call('audit.listDenials')).code).toBe('forbidden')
    await remove(await read(role.id), await roleIdOf(app.database, 'viewer'))
    expect(await rolesOf(app.database, 'viewer')).toEqual(['viewer'])
  })

  test('attack 27: a role that is held is deleted only with a replacement', async () => {
    const role = await clone('viewer')
    await adam.call('assignments.assignRole', { memberId: leon, roleId: role.id })
    expect((await remove(role)).code).toBe('conflict')
    expect(await rolesOf(app.database, 'viewer')).toContain(role.key)
    const editor = await roleIdOf(app.database, 'editor')
    expect((await remove(role, editor)).code).toBe('ok')
    expect(await rolesOf(app.database, 'viewer')).toEqual(['editor', 'viewer'])
    const taken = { memberId: leon, roleId: editor }
    expect((await adam.call('assignments.removeAssignment', taken)).code).toBe('ok')
  })
})

describe('attack 21: nobody gives what they do not hold', () => {
  test('through a role that others hold', async () => {
    const role = await clone('viewer')
    expect((await change(role, ['org:delete'])).code).toBe('forbidden')
    expect((await change(role, ['org:delete'], olivia)).code).toBe('ok')
    // Now the role is above the admin: not to be emptied, deleted, given, or given to who joins.
    const above = (await olivia.call('roles.getRole', { roleId: role.id })).result
    expect((await change(above, [])).code).toBe('forbidden')
    expect((await remove(above)).code).toBe('forbidden')
    expect((await adam.call('roles.setDefaultRole', { roleId: role.id })).code).toBe('forbidden')
    const given = { memberId: leon, roleId: role.id }
    expect((await adam.call('assignments.assignRole', given)).code).toBe('forbidden')
    const gone = { roleId: above.id, version: above.version }
    expect((await olivia.call('roles.deleteRole', gone)).code).toBe('ok')
  })

  test('through the replacement of a role that is deleted', async () => {
    const role = await clone('viewer')
    await adam.call('assignments.assignRole', { memberId: leon, roleId: role.id })
    expect((await remove(role, await roleIdOf(app.database, 'owner'))).code).toBe('forbidden')
    await remove(role, await roleIdOf(app.database, 'viewer'))
  })
})

describe('the organization can always manage itself', () => {
  test('since the database keeps the owner role whole and following', async () => {
    const owner = await roleIdOf(app.database, 'owner')
    const client = await app.database.connect('app')
    const attempt = async (sql: string) => {
      await client.query('begin')
      await client.query(`select set_config('app.org_id', $1, true)`, [LARKSPUR])
      const state = await sqlState(client.query(sql, [LARKSPUR, owner]))
      await client.query('rollback')
      return state
    }
    const remove = `insert into role_overrides values ($1, $2, 'org:roles:write', false)`
    const detach = `update roles set template_key = null where org_id = $1 and id = $2`
    expect(await attempt(remove)).toBe('23514')
    expect(await attempt(detach)).toBe('23514')
    expect(await attempt(detach.replace('null', `'viewer'`))).toBe('23514')
    // Which role is the owner's, and what integrations call a role, it can't say at all.
    expect(await attempt(detach.replace('template_key = null', 'is_owner = false'))).toBe('42501')
    expect(await attempt(detach.replace('template_key = null', `key = 'x'`))).toBe('42501')
    expect(await attempt(`insert into permissions values ('a:b', $1::text || $2::text)`)).toBe(
      '42501',
    )
  })

  test('an admin who would lose rights by their own change has to mean it', async () => {
    const admin = await read(await roleIdOf(app.database, 'admin'))
    const less = admin.permissions.filter((one) => one !== 'org:roles:write')
    expect((await change(admin, less)).code).toBe('conflict')
    expect((await read(admin.id)).permissions).toContain('org:roles:write')
  })
})

test('the explicit check answers as the gates do, in each organization of one’s own and in no other', async () => {
  const tomas = await app.as('two-roles')
  const ask = async (permission: 'content:write' | 'billing:write' | 'org:delete') =>
    (await tomas.call('checks.check', { organizationId: LARKSPUR, permission })).result.allowed
  expect([await ask('content:write'), await ask('billing:write'), await ask('org:delete')]).toEqual(
    [true, true, false],
  )
  const several = {
    organizationId: LARKSPUR,
    permissions: ['content:write', 'org:delete'] as const,
  }
  const data = { ...several, permissions: [...several.permissions] }
  expect((await tomas.call('checks.checkAny', data)).result.allowed).toBe(true)
  expect((await tomas.call('checks.checkAll', data)).result.allowed).toBe(false)
  const elsewhere = await tomas.call('checks.check', {
    organizationId: FERNWAY,
    permission: 'users:read',
  })
  expect(elsewhere.code).toBe('not_found')
})

test('the role of who joins is one role, and not the owner’s', async () => {
  const defaults = () =>
    app.database.query<{ key: string }>('select key from roles where org_id = $1 and is_default', [
      LARKSPUR,
    ])
  expect(await defaults()).toEqual([{ key: 'viewer' }])
  const role = await clone('viewer')
  expect((await adam.call('roles.setDefaultRole', { roleId: role.id })).code).toBe('ok')
  expect(await defaults()).toEqual([{ key: role.key }])
  expect((await remove(role)).code).toBe('conflict')
  expect((await remove(role, await roleIdOf(app.database, 'viewer'))).code).toBe('ok')
  expect(await defaults()).toEqual([{ key: 'viewer' }])
})
