/** Roles that are made, changed, deleted and given at the same moment, through the product. */
import { beforeAll, describe, expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { memberIdOf, roleIdOf, rolesOf } from '../support/larkspur'
import { holdTrail, untilWaiting } from '../support/locks'

const app = appForFile()
let olivia: Caller
let adam: Caller

beforeAll(async () => {
  olivia = await app.as('owner')
  adam = await app.as('admin')
})

const create = (slug: string, by: Caller = adam) =>
  by.call('roles.createRole', { template: 'viewer', name: slug, slug, description: '' })

async function makeRole(slug: string): Promise<string> {
  return (await create(slug)).result.id
}

test('attack 28: of twenty roles that are made at once with room for one, one is made', async () => {
  // One came with the seed.
  for (let one = 2; one < 20; one += 1) await create(`filling-${one}`)
  const names = Array.from({ length: 20 }, (_, place) => `last-${place}`)
  const answers = await Promise.all(names.map((slug, n) => create(slug, n % 2 ? adam : olivia)))
  expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1)
  expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['ok', 'conflict']))
  const [row] = await app.database.query<{ own: number }>(
    'select count(*)::int as own from roles where org_id = $1 and is_custom',
    [LARKSPUR],
  )
  expect(row?.own).toBe(20)
  await app.database.query(`delete from roles where is_custom and key <> 'reviewer'`)
})

test('of ten changes made from one version, one is saved', async () => {
  const roleId = await makeRole('contested')
  const { version } = (await adam.call('roles.getRole', { roleId })).result
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, place) =>
      (place % 2 ? adam : olivia).call('roles.updateRole', {
        roleId,
        version,
        name: `Name ${place}`,
        description: '',
        permissions: ['users:read'],
      }),
    ),
  )
  expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1)
})

test('attack 27: a role that is deleted while it is given is given to nobody, 30 times', async () => {
  const memberId = await memberIdOf(app.database, 'viewer')
  const viewer = await roleIdOf(app.database, 'viewer')
  for (let round = 0; round < 30; round += 1) {
    const roleId = await makeRole(`fleeting-${round}`)
    const { version } = (await olivia.call('roles.getRole', { roleId })).result
    const acts = [
      () => adam.call('assignments.assignRole', { memberId, roleId }),
      () => olivia.call('roles.deleteRole', { roleId, version, replacementId: viewer }),
    ]
    const answers = await Promise.all((round % 2 ? acts : acts.toReversed()).map((act) => act()))
    expect(answers.filter(({ status }) => status >= 500)).toEqual([])
    expect(await rolesOf(app.database, 'viewer')).toEqual(['viewer'])
  }
})

describe('attack 27: a role is given and deleted, and', () => {
  /** The first has done all but commit when the second sets out. @returns what both were told */
  async function inOrder(
    first: () => Promise<{ readonly code: string }>,
    second: () => Promise<{ readonly code: string }>,
  ): Promise<string[]> {
    const trail = await holdTrail(app.database)
    const earlier = first()
    await untilWaiting(app.database, 1)
    const later = second()
    await untilWaiting(app.database, 2)
    await trail.release()
    return [(await earlier).code, (await later).code]
  }

  async function fleeting(slug: string) {
    const memberId = await memberIdOf(app.database, 'viewer')
    const viewer = await roleIdOf(app.database, 'viewer')
    const roleId = await makeRole(slug)
    const { version } = (await olivia.call('roles.getRole', { roleId })).result
    const remove = (replacementId?: string) =>
      olivia.call('roles.deleteRole', { roleId, version, replacementId })
    return {
      give: () => adam.call('assignments.assignRole', { memberId, roleId }),
      promise: () =>
        adam.call('invitations.inviteMember', { email: `${slug}@new.example`, roleId }),
      remove: () => remove(),
      replace: () => remove(viewer),
    }
  }

  test('deleted first, it can be given and promised to nobody', async () => {
    const given = await fleeting('gone-before-given')
    expect(await inOrder(given.remove, given.give)).toEqual(['ok', 'not_found'])
    const promised = await fleeting('gone-before-promised')
    expect(await inOrder(promised.remove, promised.promise)).toEqual(['ok', 'not_found'])
    expect(await rolesOf(app.database, 'viewer')).toEqual(['viewer'])
  })

  test('given or promised first, it is in use, and stays without a replacement', async () => {
    const given = await fleeting('given')
    expect(await inOrder(given.give, given.remove)).toEqual(['ok', 'conflict'])
    expect(await rolesOf(app.database, 'viewer')).toEqual(['given', 'viewer'])
    expect((await given.replace()).code).toBe('ok')
    const promised = await fleeting('promised')
    expect(await inOrder(promised.promise, promised.remove)).toEqual(['ok', 'conflict'])
  })

  test('given first, with a replacement, its holder has that', async () => {
    const { give, replace } = await fleeting('given-and-replaced')
    expect(await inOrder(give, replace)).toEqual(['ok', 'ok'])
    expect(await rolesOf(app.database, 'viewer')).toEqual(['viewer'])
  })
})

test('of two who change the roles of one member from what both saw, one does, 20 times', async () => {
  const memberId = await memberIdOf(app.database, 'viewer')
  const roleId = (key: string) => roleIdOf(app.database, key)
  const [viewer, editor, billing] = [
    await roleId('viewer'),
    await roleId('editor'),
    await roleId('billing'),
  ]
  for (let round = 0; round < 20; round += 1) {
    const change = (by: Caller, role: string) =>
      by.call('members.changeMemberRoles', {
        memberId,
        madeFrom: [viewer],
        roleIds: [viewer, role],
      })
    const answers = await Promise.all([change(adam, editor), change(olivia, billing)])
    expect(answers.map(({ code }) => code).toSorted()).toEqual(['conflict', 'ok'])
    const winner = answers[0].code === 'ok' ? 'editor' : 'billing'
    expect(await rolesOf(app.database, 'viewer')).toEqual([winner, 'viewer'].toSorted())
    const back = { memberId, roleId: winner === 'editor' ? editor : billing }
    expect((await olivia.call('assignments.removeAssignment', back)).code).toBe('ok')
  }
})
