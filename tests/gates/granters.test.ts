/** Whom a refusal names as able to grant a permission: all of those who then can, and nobody else. */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Permission } from '~/authz'
import type { PersonaKey } from '~/features/demo/personas'
import { persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { found } from '../support/founded'

const app = appForFile()
const PEOPLE = ['admin', 'editor', 'viewer', 'billing', 'two-roles'] as const satisfies PersonaKey[]
const ASKING = 'guest'
const callers = new Map<PersonaKey, Caller>()

beforeAll(async () => {
  for (const who of ['owner', ASKING, ...PEOPLE] as const) callers.set(who, await app.as(who))
})

function callerOf(who: PersonaKey): Caller {
  const caller = callers.get(who)
  if (caller === undefined) throw new Error(`${who} has not signed in`)
  return caller
}

/** Few permissions, so that one role's are often among another's; giving roles is in most of them. */
const permission = fc.constantFrom<Permission[]>('content:read', 'content:write', 'audit:read')
const grants = fc
  .tuple(fc.uniqueArray(permission, { maxLength: 3 }), fc.integer({ min: 0, max: 3 }))
  .map(([some, one]): Permission[] => [
    'users:read',
    ...some,
    ...(one > 0 ? (['org:roles:assign'] as const) : []),
  ])
const held = fc.subarray([0, 1, 2])
const scene = fc.record({
  grants: fc.tuple(grants, grants, grants),
  asking: held,
  members: fc.tuple(held, held, held, held, held),
  away: fc.option(fc.integer({ min: 1, max: PEOPLE.length })),
  wanted: permission,
})
type Drawn = typeof scene extends fc.Arbitrary<infer One> ? One : never

/** Whether one of the roles that grant it can be given to who asks: tried, one after the other. */
async function canGrant(by: Caller, memberId: string, granting: readonly string[]) {
  for (const roleId of granting) {
    const { code } = await by.call('assignments.assignRole', { memberId, roleId })
    if (code === 'ok') {
      const taken = 'delete from member_roles where membership_id = $1 and role_id = $2'
      await app.database.query(taken, [memberId, roleId])
      return true
    }
  }
  return false
}

test('in any organization, tried by everybody in it', { timeout: 180_000 }, async () => {
  const { id, makeRole, addMember } = await found(app.database, callerOf('owner'), 'Granters')
  const roles: string[] = []
  for (const slug of ['first', 'second', 'third']) {
    roles.push(await makeRole(slug, { template: 'viewer', permissions: [], isDetached: true }))
  }
  const members: string[] = []
  for (const who of [ASKING, ...PEOPLE] as const) {
    members.push(await addMember(persona(who).id, []))
    await callerOf(who).call('organizations.switchOrganization', { organizationId: id })
  }
  const [asking = ''] = members

  /** The roles grant this, and the members hold them. */
  async function arrange(drawn: Drawn): Promise<void> {
    const db = app.database
    await db.query('delete from role_overrides where role_id = any($1)', [roles])
    for (const [number, permissions] of drawn.grants.entries()) {
      await db.query('insert into role_overrides select $1, $2, unnest($3::text[]), true', [
        id,
        roles[number],
        permissions,
      ])
    }
    await db.query('delete from member_roles where membership_id = any($1)', [members])
    for (const [number, holds] of [drawn.asking, ...drawn.members].entries()) {
      const status = drawn.away === number ? 'suspended' : 'active'
      await db.query('update memberships set status = $2 where id = $1', [members[number], status])
      await db.query('insert into member_roles select $1, $2, unnest($3::uuid[])', [
        id,
        members[number],
        roles.filter((_, place) => holds.includes(place)),
      ])
    }
  }

  const seen = { able: 0, unable: 0 }
  const property = fc.asyncProperty(scene, async (drawn) => {
    // Whoever holds it asks nobody.
    fc.pre(!drawn.asking.some((number) => drawn.grants[number]?.includes(drawn.wanted) === true))
    await arrange(drawn)
    const asked = { permission: drawn.wanted }
    const { result } = await callerOf(ASKING).call('roles.listGranters', asked)
    const granting = await app.database.query<{ id: string }>(
      'select role_id as id from role_permissions where org_id = $1 and permission = $2',
      [id, drawn.wanted],
    )
    const able: string[] = []
    for (const who of ['owner', ...PEOPLE] as const) {
      const ids = granting.map((role) => role.id)
      if (await canGrant(callerOf(who), asking, ids)) able.push(persona(who).name)
    }
    expect(result.map(({ name }) => name)).toEqual(able.toSorted())
    seen.able += able.length - 1
    seen.unable += PEOPLE.length + 1 - able.length
  })
  await fc.assert(property, { numRuns: 30 })
  expect(seen.able, 'nobody but the owner ever could').toBeGreaterThan(0)
  expect(seen.unable).toBeGreaterThan(0)
})
