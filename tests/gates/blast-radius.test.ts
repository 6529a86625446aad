/** What a preview says is what then happens: any roles, any holders, any change, on real rows. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ALL_PERMISSIONS, type Permission } from '~/authz'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { setRoles } from '../support/set-roles'

const app = appForFile()
let olivia: Caller

beforeAll(async () => {
  olivia = await app.as('owner')
})

/** What every member's roles grant, by the plainest statement there is; and who is suspended. */
async function everybody(): Promise<Map<string, Granted>> {
  const rows = await app.database.query<{ id: string } & Granted>(
    `select m.id, m.status <> 'active' as "isSuspended", coalesce(array_agg(distinct rp.permission order by rp.permission)
       filter (where rp.permission is not null), '{}') as permissions
     from memberships m
     left join member_roles mr on mr.org_id = m.org_id and mr.membership_id = m.id
     left join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
     where m.org_id = $1 group by m.org_id, m.id`,
    [LARKSPUR],
  )
  return new Map(rows.map(({ id, ...granted }) => [id, granted]))
}

interface Granted {
  readonly permissions: readonly string[]
  readonly isSuspended: boolean
}

interface Effect {
  readonly memberId: string
  readonly gains: readonly string[]
  readonly loses: readonly string[]
  readonly isSuspended: boolean
}

interface Said {
  readonly affected: number
  readonly later: number
  readonly lockedOut: number
  readonly members: readonly Effect[]
}

async function expectToHappen(said: Said, act: () => Promise<{ code: string }>): Promise<void> {
  const before = await everybody()
  expect((await act()).code).toBe('ok')
  const after = await everybody()
  const happened = [...before].flatMap(([memberId, { permissions: was, isSuspended }]) => {
    const is = after.get(memberId)?.permissions ?? []
    const gains = is.filter((one) => !was.includes(one))
    const loses = was.filter((one) => !is.includes(one))
    return gains.length + loses.length > 0
      ? [{ memberId, gains, loses, isSuspended, locked: is.length === 0 }]
      : []
  })
  const inOrder = (effects: readonly Effect[]) =>
    effects
      .map(
        ({ memberId, gains, loses, isSuspended }) =>
          `${memberId} ${isSuspended ? 'later' : 'now'} +${gains.toSorted().join()} -${loses.toSorted().join()}`,
      )
      .toSorted()
  expect(inOrder(said.members)).toEqual(inOrder(happened))
  const now = happened.filter(({ isSuspended }) => !isSuspended)
  expect(said.affected).toBe(now.length)
  expect(said.later).toBe(happened.length - now.length)
  expect(said.lockedOut).toBe(now.filter(({ locked }) => locked).length)
}

const permissions = fc.subarray([...ALL_PERMISSIONS])
const scene = fc.record({
  first: permissions,
  second: permissions,
  holders: fc.array(fc.nat({ max: 1000 }), { maxLength: 6 }),
  isAway: fc.array(fc.boolean(), { maxLength: 6 }),
  next: permissions,
  isDetached: fc.boolean(),
  act: fc.constantFrom('change', 'delete', 'member'),
})

const versionOf = async (roleId: string) =>
  (await olivia.call('roles.getRole', { roleId })).result.version

test('of a change of a role, its deletion, and a change of a member’s roles', async () => {
  let round = 0
  await fc.assert(
    fc.asyncProperty(scene, async ({ first, second, holders, isAway, next, isDetached, act }) => {
      round += 1
      const make = async (slug: string, wanted: readonly Permission[]) => {
        const input = { template: 'viewer' as const, name: slug, slug, description: '' }
        const roleId = (await olivia.call('roles.createRole', input)).result.id
        const same = { roleId, name: slug, description: '', permissions: [...wanted] }
        await olivia.call('roles.updateRole', { ...same, version: await versionOf(roleId) })
        return roleId
      }
      const [a, b] = [await make(`a-${round}`, first), await make(`b-${round}`, second)]
      if (isDetached) {
        await olivia.call('roles.detachRole', { roleId: a, version: await versionOf(a) })
      }
      const version = await versionOf(a)
      // Larkspur's people but its owner: she would have to mean what she takes from herself. One
      // is suspended, and others are for a round.
      const people = await app.database.query<{ id: string }>(
        `select id from memberships m where org_id = $1 and not exists (
           select from member_roles mr join roles r on r.org_id = mr.org_id and r.id = mr.role_id
           where mr.membership_id = m.id and r.is_owner) order by id`,
        [LARKSPUR],
      )
      const chosen = [...new Set(holders.map((one) => people[one % people.length]?.id ?? ''))]
      const setStatus = (status: string, ids: readonly string[]) =>
        app.database.query(`update memberships set status = $1 where id = any($2)`, [status, ids])
      const away = chosen.filter((_, place) => isAway[place] === true)
      await setStatus('suspended', away)
      for (const [place, id] of chosen.entries()) {
        const given = place % 2 ? [a, b] : [a]
        for (const role of given) {
          await app.database.query('insert into member_roles values ($1, $2, $3)', [
            LARKSPUR,
            id,
            role,
          ])
        }
        // Some hold nothing else: they can be locked out.
        if (place === 0) {
          await app.database.query(
            'delete from member_roles where membership_id = $1 and role_id <> all($2)',
            [id, [a, b]],
          )
        }
      }
      const [member] = chosen
      if (act === 'change') {
        const { result } = await olivia.call('roles.previewRoleChange', {
          roleId: a,
          permissions: next,
        })
        const changed = { roleId: a, version, name: 'Changed', description: '', permissions: next }
        await expectToHappen(result, () => olivia.call('roles.updateRole', changed))
      } else if (act === 'delete') {
        const gone = { roleId: a, replacementId: b }
        const { result } = await olivia.call('roles.previewRoleDeletion', gone)
        await expectToHappen(result, () => olivia.call('roles.deleteRole', { ...gone, version }))
      } else if (member !== undefined) {
        const wanted = { memberId: member, roleIds: [b] }
        const { result } = await olivia.call('assignments.previewAssignments', wanted)
        await expectToHappen(result, () => setRoles(app.database, olivia, wanted))
      }
      await setStatus('active', away)
      await app.database.query(`delete from member_roles where role_id = any($1)`, [[a, b]])
      await app.database.query('delete from roles where id = any($1)', [[a, b]])
    }),
    { numRuns: 20 },
  )
  expect(round).toBeGreaterThanOrEqual(20)
}, 180_000)
