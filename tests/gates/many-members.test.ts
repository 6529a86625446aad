/** Roles of many at once: all or none, what the preview said, and no statement for each. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { memberIdOf, roleIdOf, rolesOf } from '../support/larkspur'
import { giveOnly } from '../support/own-role'
import { roleIdsOf, setRoles } from '../support/set-roles'

const app = appForFile()
let olivia: Caller // owns Larkspur Labs
let adam: Caller // admin there
let editor: string
let viewer: string
let billing: string
let roles: { editor: string; viewer: string; billing: string; owner: string }

beforeAll(async () => {
  olivia = await app.as('owner')
  adam = await app.as('admin')
  editor = await memberIdOf(app.database, 'editor')
  viewer = await memberIdOf(app.database, 'viewer')
  billing = await memberIdOf(app.database, 'billing')
  const id = (key: string) => roleIdOf(app.database, key)
  roles = {
    editor: await id('editor'),
    viewer: await id('viewer'),
    billing: await id('billing'),
    owner: await id('owner'),
  }
})

beforeEach(async () => {
  for (const [memberId, roleId] of [
    [editor, roles.editor],
    [viewer, roles.viewer],
    [billing, roles.billing],
  ] as const) {
    await setRoles(app.database, olivia, { memberId, roleIds: [roleId] })
  }
})

const held = async () => [
  await rolesOf(app.database, 'editor'),
  await rolesOf(app.database, 'viewer'),
  await rolesOf(app.database, 'billing'),
]

/** What each of them is seen to hold. */
const seen = (memberIds: readonly string[]) =>
  Promise.all(
    memberIds.map(async (memberId) => ({
      memberId,
      roleIds: await roleIdsOf(app.database, memberId),
    })),
  )

async function recorded(): Promise<number> {
  const [row] = await app.database.query<{ rows: number }>(
    `select count(*)::int as rows from audit_events
     where org_id = $1 and action = 'members.changeRolesOfMany'`,
    [LARKSPUR],
  )
  return row?.rows ?? 0
}

test.each([
  ['add', [['billing', 'editor'], ['billing', 'viewer'], ['billing']]],
  ['remove', [['editor'], ['viewer'], []]],
  ['set', [['billing'], ['billing'], ['billing']]],
] as const)('to %s a role does so for each, with a record of each', async (change, expected) => {
  const input = { memberIds: [editor, viewer, billing], change, roleIds: [roles.billing] }
  const before = await recorded()
  const { result: said } = await adam.call('members.previewRolesOfMany', input)
  expect(said.refusals).toEqual([])
  const madeFrom = await seen(input.memberIds)
  expect((await adam.call('members.changeRolesOfMany', { ...input, madeFrom })).code).toBe('ok')
  expect(await held()).toEqual(expected)
  expect(await recorded()).toBe(before + 3)
  // The chain of records still fits.
  expect((await olivia.call('audit.verifyAuditTrail')).result).toMatchObject({ brokenAt: null })
})

test('one who holds more than the caller stops all of it, and is named before', async () => {
  const owner = await memberIdOf(app.database, 'owner')
  const before = [await held(), await recorded()]
  const input = { memberIds: [viewer, owner], change: 'add' as const, roleIds: [roles.editor] }
  const { result: said } = await adam.call('members.previewRolesOfMany', input)
  expect(said.refusals).toEqual([
    { memberId: owner, name: expect.any(String), why: expect.stringContaining('rights') },
  ])
  expect((await adam.call('members.changeRolesOfMany', input)).code).toBe('forbidden')
  expect([await held(), await recorded()]).toEqual(before)
})

test('a preview says what then happens, and whom it would be true for later', async () => {
  await olivia.call('members.suspendMember', { memberId: billing, suspended: true })
  const input = { memberIds: [viewer, billing], change: 'add' as const, roleIds: [roles.editor] }
  const { result: said } = await adam.call('members.previewRolesOfMany', input)
  expect(said).toMatchObject({ affected: 1, gaining: 1, losing: 0, later: 1 })
  expect(said.members.find(({ memberId }) => memberId === billing)?.isSuspended).toBe(true)
  await olivia.call('members.suspendMember', { memberId: billing, suspended: false })
})

test('attack 22: what the caller does not hold is given to nobody, nor the page to oneself', async () => {
  const owning = { memberIds: [viewer], change: 'add' as const, roleIds: [roles.owner] }
  expect((await adam.call('members.changeRolesOfMany', owning)).code).toBe('forbidden')
  const me = await memberIdOf(app.database, 'admin')
  const mine = {
    memberIds: [viewer, me],
    change: 'set' as const,
    roleIds: [roles.viewer],
    madeFrom: await seen([viewer, me]),
  }
  expect((await adam.call('members.changeRolesOfMany', mine)).code).toBe('conflict')
  expect(await rolesOf(app.database, 'viewer')).toEqual(['viewer'])
})

test('whoever cannot see people is told of none, and changes none', async () => {
  await giveOnly(app, 'consultant', ['org:roles:assign', 'org:roles:read'])
  const carla = await app.as('consultant')
  const before = [await held(), await recorded()]
  const input = { memberIds: [viewer], change: 'remove' as const, roleIds: [roles.viewer] }
  const one = { memberId: viewer, madeFrom: [], roleIds: [], evenThoughItIsMe: false }
  const answers = [
    await carla.call('members.changeMemberRoles', one),
    await carla.call('members.previewRolesOfMany', input),
    await carla.call('members.changeRolesOfMany', input),
  ]
  expect(answers.map(({ code }) => code)).toEqual(['not_found', 'not_found', 'not_found'])
  for (const { body } of answers) expect(body).not.toContain('Victor')
  expect([await held(), await recorded()]).toEqual(before)
})

test('who replaces other roles than they were shown replaces nobody’s, and adding goes through', async () => {
  const before = await recorded()
  const memberIds = [viewer, billing]
  const input = { memberIds, change: 'set' as const, roleIds: [roles.editor] }
  const madeFrom = await seen(memberIds)
  const given = { memberId: billing, roleId: roles.viewer }
  expect((await olivia.call('assignments.assignRole', given)).code).toBe('ok')
  const late = await adam.call('members.changeRolesOfMany', { ...input, madeFrom })
  expect(late.code).toBe('conflict')
  expect((await held()).slice(1)).toEqual([['viewer'], ['billing', 'viewer']])
  // Of whom it isn't said, nothing is replaced either.
  const unsaid = { ...input, madeFrom: madeFrom.slice(0, 1) }
  expect((await adam.call('members.changeRolesOfMany', unsaid)).code).toBe('invalid_input')
  const added = { ...input, change: 'add' as const, madeFrom }
  expect((await adam.call('members.changeRolesOfMany', added)).code).toBe('ok')
  expect(await recorded()).toBe(before + 2)
})
