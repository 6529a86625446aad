/**
 * What a preview says is what then happens: in an organization founded for it, with any roles, any
 * holders, any change, on real rows.
 */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { ALL_PERMISSIONS } from '~/authz'
import { persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { found } from '../support/founded'
import { roleIdsOf, setRoles } from '../support/set-roles'

const app = appForFile()
/** Each founds a part of the organizations: nobody may be in more than twenty. */
const founders: Caller[] = []
let victor: Caller // in all of them a steward: holds every right, by a role like any other

beforeAll(async () => {
  for (const who of ['owner', 'admin', 'editor'] as const) founders.push(await app.as(who))
  victor = await app.as('viewer')
})

const PEOPLE = (['billing', 'guest', 'two-roles', 'consultant'] as const).map(
  (who) => persona(who).id,
)
const EVERYTHING = 2

const permissions = fc.subarray([...ALL_PERMISSIONS])
const role = fc.record({
  template: fc.constantFrom('viewer' as const, 'editor' as const, 'admin' as const),
  permissions,
  isDetached: fc.boolean(),
})
/** Of the first role, the second and everything; none of them too. */
const roles = fc.subarray([0, 1, EVERYTHING])
const member = fc.record({ holds: roles, status: fc.constantFrom('active', 'suspended') })

const scene = fc.record({
  first: role,
  second: role,
  members: fc.tuple(member, member, member, member),
  alsoHeldBySteward: fc.subarray([0, 1]),
  /** Whom several members are, and which of the three things is done to them. */
  several: fc.subarray([0, 1, 2, 3], { minLength: 1 }),
  change: fc.constantFrom('add', 'remove', 'set'),
  rolesOfSeveral: fc.subarray([0, 1, EVERYTHING], { minLength: 1 }),
  permissions,
  roles,
})
type Scene = typeof scene extends fc.Arbitrary<infer Drawn> ? Drawn : never
type Stage = Awaited<ReturnType<typeof setUp>>

let round = 0

async function setUp(drawn: Scene) {
  round += 1
  const founder = founders[round % founders.length] ?? victor
  const { id, makeRole, addMember } = await found(app.database, founder, `Scene ${round}`)
  const first = await makeRole('first', drawn.first)
  const second = await makeRole('second', drawn.second)
  const all = { template: 'admin', permissions: ALL_PERMISSIONS, isDetached: false } as const
  const everything = await makeRole('everything', all)
  const rolesOf = (numbers: readonly number[]) =>
    [first, second, everything].filter((_, number) => numbers.includes(number))
  const members: string[] = []
  for (const [number, { holds, status }] of drawn.members.entries()) {
    members.push(await addMember(PEOPLE[number] ?? '', rolesOf(holds), status))
  }
  const held = rolesOf([...drawn.alsoHeldBySteward, EVERYTHING])
  const steward = await addMember(persona('viewer').id, held)
  await victor.call('organizations.switchOrganization', { organizationId: id })
  return { id, drawn, founder, first, second, everything, members, steward, rolesOf }
}

interface Said {
  readonly affected: number
  readonly later: number
  readonly lockedOut: number
  readonly takesFromMe: boolean
  readonly members: readonly {
    readonly memberId: string
    readonly gains: readonly string[]
    readonly loses: readonly string[]
    readonly isSuspended: boolean
  }[]
}

/** A change that was looked at first. */
interface Act {
  readonly said: Said
  /** One's own roles are changed by nobody without meaning it, whatever comes of it. */
  readonly isOfMyself?: boolean
  /** Makes it, meaning also what it takes from who makes it or not. */
  readonly go: (evenThoughItIsMe: boolean) => Promise<{ readonly code: string }>
}

async function changeOfRole(by: Caller, roleId: string, { drawn }: Stage): Promise<Act> {
  const wanted = { roleId, permissions: drawn.permissions }
  const { result: said } = await by.call('roles.previewRoleChange', wanted)
  const { version, name, description } = (await by.call('roles.getRole', { roleId })).result
  const change = { ...wanted, version, name, description }
  return {
    said,
    go: (evenThoughItIsMe) => by.call('roles.updateRole', { ...change, evenThoughItIsMe }),
  }
}

async function deletion(by: Caller, roleId: string, { second }: Stage): Promise<Act> {
  const wanted = { roleId, replacementId: second }
  const { result: said } = await by.call('roles.previewRoleDeletion', wanted)
  const { version } = (await by.call('roles.getRole', { roleId })).result
  const change = { ...wanted, version }
  return {
    said,
    go: (evenThoughItIsMe) => by.call('roles.deleteRole', { ...change, evenThoughItIsMe }),
  }
}

async function rolesOfOne(by: Caller, memberId: string, { drawn, rolesOf }: Stage): Promise<Act> {
  const wanted = { memberId, roleIds: rolesOf(drawn.roles) }
  const { result: said } = await by.call('assignments.previewAssignments', wanted)
  return {
    said,
    isOfMyself: by === victor,
    go: (evenThoughItIsMe) => setRoles(app.database, by, { ...wanted, evenThoughItIsMe }),
  }
}

async function rolesOfSeveral(by: Caller, { drawn, members, rolesOf }: Stage): Promise<Act> {
  const wanted = {
    memberIds: members.filter((_, number) => drawn.several.includes(number)),
    change: drawn.change,
    roleIds: rolesOf(drawn.rolesOfSeveral),
  }
  const { result: said } = await by.call('members.previewRolesOfMany', wanted)
  expect(said.refusals).toEqual([])
  const madeFrom: { memberId: string; roleIds: string[] }[] = []
  for (const memberId of wanted.memberIds) {
    madeFrom.push({ memberId, roleIds: await roleIdsOf(app.database, memberId) })
  }
  return { said, go: () => by.call('members.changeRolesOfMany', { ...wanted, madeFrom }) }
}

interface Granted {
  readonly permissions: readonly string[]
  readonly isSuspended: boolean
}

/** What every member's roles grant, by the plainest statement there is; and who is suspended. */
async function everybody(orgId: string): Promise<ReadonlyMap<string, Granted>> {
  const rows = await app.database.query<{ id: string } & Granted>(
    `select m.id, m.status <> 'active' as "isSuspended", coalesce(array_agg(distinct rp.permission order by rp.permission)
       filter (where rp.permission is not null), '{}') as permissions
     from memberships m
     left join member_roles mr on mr.org_id = m.org_id and mr.membership_id = m.id
     left join role_permissions rp on rp.org_id = mr.org_id and rp.role_id = mr.role_id
     where m.org_id = $1 group by m.org_id, m.id`,
    [orgId],
  )
  return new Map(rows.map(({ id, ...granted }) => [id, granted]))
}

/** @returns whether it had to be meant, since it took something from who did it */
async function expectToHappen(
  { said, isOfMyself = false, go }: Act,
  { id, steward }: Stage,
): Promise<boolean> {
  const before = await everybody(id)
  if (said.takesFromMe || isOfMyself) {
    expect((await go(false)).code).toBe('conflict')
    expect(await everybody(id)).toEqual(before)
  }
  expect((await go(said.takesFromMe || isOfMyself)).code).toBe('ok')
  const after = await everybody(id)
  const happened = [...before].flatMap(([memberId, { permissions: was, isSuspended }]) => {
    const is = after.get(memberId)?.permissions ?? []
    const gains = is.filter((one) => !was.includes(one))
    const loses = was.filter((one) => !is.includes(one))
    const isLockedOut = is.length === 0
    return gains.length + loses.length > 0
      ? [{ memberId, gains, loses, isSuspended, isLockedOut }]
      : []
  })
  const inOrder = (effects: Said['members']) =>
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
  expect(said.lockedOut).toBe(now.filter(({ isLockedOut }) => isLockedOut).length)
  return happened.some(({ memberId, loses }) => memberId === steward && loses.length > 0)
}

const ROUNDS = 6

async function expectOfAnyScene(
  prepare: (stage: Stage) => Promise<Act>,
  holds: (act: Act, tookFromSteward: boolean) => void,
): Promise<void> {
  let rounds = 0
  const property = fc.asyncProperty(scene, async (drawn) => {
    const stage = await setUp(drawn)
    const act = await prepare(stage)
    holds(act, await expectToHappen(act, stage))
    rounds += 1
  })
  // A smaller scene would be founded anew, and so often that nobody may found another.
  await fc.assert(property, { numRuns: ROUNDS, endOnFailure: true })
  expect(rounds).toBe(ROUNDS)
}

test.each<[what: string, prepare: (stage: Stage) => Promise<Act>]>([
  ['a change of a role', (stage) => changeOfRole(stage.founder, stage.first, stage)],
  ['the deletion of a role', (stage) => deletion(stage.founder, stage.first, stage)],
  ['a member’s roles', (stage) => rolesOfOne(stage.founder, stage.members[0] ?? '', stage)],
  ['several members’ roles', (stage) => rolesOfSeveral(stage.founder, stage)],
])('of %s', { timeout: 180_000 }, async (_what, prepare) => {
  await expectOfAnyScene(prepare, ({ said }) => expect(said.takesFromMe).toBe(false))
})

test.each<[what: string, prepare: (stage: Stage) => Promise<Act>]>([
  ['a change of a role', (stage) => changeOfRole(victor, stage.everything, stage)],
  ['the deletion of a role', (stage) => deletion(victor, stage.everything, stage)],
  ['one’s own roles', (stage) => rolesOfOne(victor, stage.steward, stage)],
])(
  'of %s, by who holds it: what they lose they have to mean',
  { timeout: 180_000 },
  async (_what, prepare) => {
    let meant = 0
    await expectOfAnyScene(prepare, ({ said }, tookFromSteward) => {
      expect(said.takesFromMe).toBe(tookFromSteward)
      meant += Number(said.takesFromMe)
    })
    expect(meant, 'none of the scenes took anything from who acted').toBeGreaterThan(0)
  },
)
