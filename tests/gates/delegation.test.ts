/** Nobody hands out, or acts on, more than they hold themselves. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { PersonaKey } from '~/features/demo/personas'
import { newId } from '~/platform/ids'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { digestOf } from '../support/digest'
import { memberIdOf, roleIdOf, rolesOf } from '../support/larkspur'
import { setRoles } from '../support/set-roles'

const app = appForFile()
let olivia: Caller // owns Larkspur Labs
let adam: Caller // admin there
let edith: Caller // edits there

beforeAll(async () => {
  olivia = await app.as('owner')
  adam = await app.as('admin')
  edith = await app.as('editor')
})

async function assign(
  caller: Caller,
  to: PersonaKey,
  keys: readonly string[],
  evenThoughItIsMe?: boolean,
) {
  const memberId = await memberIdOf(app.database, to)
  const roleIds = await Promise.all(keys.map((key) => roleIdOf(app.database, key)))
  return setRoles(app.database, caller, { memberId, roleIds, evenThoughItIsMe })
}

/** What a call that should be refused is answered, and whether anything came of it. */
async function outcomeOf(call: () => Promise<{ readonly code: string }>): Promise<string> {
  const before = JSON.stringify(await digestOf(app.database))
  const { code } = await call()
  const unchanged = JSON.stringify(await digestOf(app.database)) === before
  return unchanged ? code : `${code}, and something changed`
}

describe('attack 22: an admin', () => {
  test('makes nobody an owner', async () => {
    for (const to of ['viewer', 'guest', 'editor'] as const) {
      expect(await outcomeOf(() => assign(adam, to, ['owner']))).toBe('forbidden')
      expect(await outcomeOf(() => assign(adam, to, ['viewer', 'owner']))).toBe('forbidden')
    }
  })

  test('does not promote themselves', async () => {
    expect(await outcomeOf(() => assign(adam, 'admin', ['owner'], true))).toBe('forbidden')
    expect(await outcomeOf(() => assign(adam, 'admin', ['admin', 'owner'], true))).toBe('forbidden')
  })

  test('takes no role from an owner, and neither removes nor erases one', async () => {
    const memberId = await memberIdOf(app.database, 'owner')
    expect(await outcomeOf(() => assign(adam, 'owner', []))).toBe('forbidden')
    expect(await outcomeOf(() => assign(adam, 'owner', ['owner']))).toBe('forbidden')
    const removal = { memberId, documentsTo: null }
    expect(await outcomeOf(() => adam.call('members.removeMember', removal))).toBe('forbidden')
    for (const suspended of [true, false]) {
      const suspension = { memberId, suspended }
      expect(await outcomeOf(() => adam.call('members.suspendMember', suspension))).toBe(
        'forbidden',
      )
    }
    expect(await outcomeOf(() => adam.call('members.eraseMember', { memberId }))).toBe('forbidden')
  })

  test("edits the profile of an owner, which changes nobody's rights", async () => {
    const memberId = await memberIdOf(app.database, 'owner')
    const { code } = await adam.call('members.updateMemberProfile', { memberId, title: 'Founder' })
    expect(code).toBe('ok')
  })

  test('gives and takes every role that grants no more than their own', async () => {
    for (const keys of [['admin'], ['editor', 'billing'], [], ['viewer']]) {
      expect((await assign(adam, 'viewer', keys)).code).toBe('ok')
      expect(await rolesOf(app.database, 'viewer')).toEqual(keys.toSorted())
    }
  })

  test('acts on another admin, who holds no more', async () => {
    expect((await assign(olivia, 'viewer', ['admin'])).code).toBe('ok')
    expect((await assign(adam, 'viewer', ['viewer'])).code).toBe('ok')
  })
})

test("attack 22: an editor changes nobody's roles, their own included", async () => {
  expect(await outcomeOf(() => assign(edith, 'viewer', ['viewer']))).toBe('forbidden')
  expect(await outcomeOf(() => assign(edith, 'editor', ['admin'], true))).toBe('forbidden')
})

describe('attack 22: who may assign roles and little else', () => {
  let victor: Caller

  beforeAll(async () => {
    const id = newId()
    await app.database.query(
      `insert into roles (org_id, id, key, name) values ($1, $2, 'steward', 'Steward')`,
      [LARKSPUR, id],
    )
    await app.database.query(
      `insert into role_overrides select $1, $2, unnest(array['users:read', 'org:roles:assign']), true`,
      [LARKSPUR, id],
    )
    victor = await app.as('viewer')
    await assign(olivia, 'viewer', ['steward'])
  })

  test('gives only what they hold', async () => {
    expect(await rolesOf(app.database, 'viewer')).toEqual(['steward'])
    expect(await outcomeOf(() => assign(victor, 'guest', ['editor']))).toBe('forbidden')
    expect(await outcomeOf(() => assign(victor, 'guest', ['steward', 'viewer']))).toBe('forbidden')
    expect((await assign(victor, 'guest', ['steward'])).code).toBe('ok')
    expect((await assign(victor, 'guest', [])).code).toBe('ok')
  })

  test('takes nothing from who holds more', async () => {
    expect(await outcomeOf(() => assign(victor, 'editor', []))).toBe('forbidden')
    expect(await outcomeOf(() => assign(victor, 'billing', []))).toBe('forbidden')
  })

  test('does not widen their own role by giving themselves another', async () => {
    expect(await outcomeOf(() => assign(victor, 'viewer', ['steward', 'admin'], true))).toBe(
      'forbidden',
    )
  })
})

describe('acting on oneself', () => {
  test('has to be meant', async () => {
    const memberId = await memberIdOf(app.database, 'admin')
    expect(await outcomeOf(() => assign(adam, 'admin', ['viewer']))).toBe('conflict')
    expect(await outcomeOf(() => adam.call('members.eraseMember', { memberId }))).toBe('conflict')
  })

  test('is leaving, not removing, and nobody suspends themselves', async () => {
    const memberId = await memberIdOf(app.database, 'admin')
    const removal = { memberId, documentsTo: null }
    const suspension = { memberId, suspended: true }
    expect(await outcomeOf(() => adam.call('members.removeMember', removal))).toBe('conflict')
    expect(await outcomeOf(() => adam.call('members.suspendMember', suspension))).toBe('conflict')
  })

  test('does not end the last owner, meant or not', async () => {
    const memberId = await memberIdOf(app.database, 'owner')
    const meant = { memberId, evenThoughItIsMe: true }
    expect(await outcomeOf(() => assign(olivia, 'owner', ['admin'], true))).toBe('conflict')
    expect(await outcomeOf(() => assign(olivia, 'owner', [], true))).toBe('conflict')
    const leaving = { documentsTo: null }
    expect(await outcomeOf(() => olivia.call('members.leaveOrganization', leaving))).toBe(
      'conflict',
    )
    expect(await outcomeOf(() => olivia.call('members.eraseMember', meant))).toBe('conflict')
  })

  test('works where it is meant and another owner remains', async () => {
    expect((await assign(olivia, 'two-roles', ['owner'])).code).toBe('ok')
    expect((await assign(olivia, 'owner', ['admin'], true)).code).toBe('ok')
    expect(await rolesOf(app.database, 'owner')).toEqual(['admin'])
    expect(await outcomeOf(() => assign(olivia, 'owner', ['owner'], true))).toBe('forbidden')
    const tomas = await app.as('two-roles')
    expect((await assign(tomas, 'owner', ['owner'])).code).toBe('ok')
  })

  test('needs the right to act at all', async () => {
    const memberId = await memberIdOf(app.database, 'editor')
    const removal = { memberId, documentsTo: null }
    expect(await outcomeOf(() => edith.call('members.removeMember', removal))).toBe('forbidden')
  })
})

test('an organization is deleted by its owner alone, who types its name exactly', async () => {
  for (const confirmName of ['larkspur labs', 'Larkspur Labs ', 'Tidewater Books', '']) {
    expect(
      await outcomeOf(() => olivia.call('organizations.deleteOrganization', { confirmName })),
    ).toBe('invalid_input')
  }
  const exactly = { confirmName: 'Larkspur Labs' }
  expect(await outcomeOf(() => adam.call('organizations.deleteOrganization', exactly))).toBe(
    'forbidden',
  )
  expect((await olivia.call('organizations.deleteOrganization', exactly)).code).toBe('ok')
  const left = await app.database.query<{ table: string; rows: number }>(
    `select 'members' as table, count(*)::int as rows from memberships where org_id = $1
     union all select 'projects', count(*)::int from projects where org_id = $1
     union all select 'documents', count(*)::int from documents where org_id = $1
     union all select 'roles', count(*)::int from roles where org_id = $1`,
    [LARKSPUR],
  )
  expect(left.map(({ rows }) => rows)).toEqual([0, 0, 0, 0])
  const [trail] = await app.database.query<{ last: string }>(
    `select action as last from audit_events where org_id = $1 order by seq desc limit 1`,
    [LARKSPUR],
  )
  expect(trail?.last, 'its audit trail outlives it').toBe('organizations.deleteOrganization')
})
