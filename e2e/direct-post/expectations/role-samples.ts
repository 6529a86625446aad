/** Roles as the calls that change them name them, and what every such call refuses. */
import { LARKSPUR } from '../../harness/people.ts'
import type { JsonObject } from '../wire.ts'
import type { World } from '../world.ts'
import type { Case } from './row.ts'
import { REVIEWER } from './samples.ts'

export const role = (world: World, key: string): string => world.roleId(key, LARKSPUR)

export const asRead = (world: World, roleId: string): JsonObject => ({
  roleId,
  version: world.roleVersion(roleId),
})

/** A version that the sample role doesn't have: of this number, with what that role's template grants. */
const madeFrom = (world: World, number: string, template: string): string =>
  world.roleVersion(role(world, template)).replace('1-', `${number}-`)

/** What the sample role grants in the seed. */
export const REVIEWS = [
  'content:read',
  'content:publish',
  'projects:read',
  'users:read',
  'org:roles:read',
  'org:assignments:read',
  'org:settings:read',
]

export const changed = (world: World, more: JsonObject = {}): JsonObject => ({
  ...asRead(world, typeof more['roleId'] === 'string' ? more['roleId'] : REVIEWER),
  name: 'Reviewer',
  description: 'Also writes.',
  permissions: [...REVIEWS, 'content:write'],
  evenThoughItIsMe: false,
  ...more,
})

/** What every change of a role refuses. */
export const NOT_TO_BE_CHANGED = (
  data: (world: World, named: JsonObject) => JsonObject,
): readonly Case[] => [
  {
    title: 'the owner role, by an owner',
    as: 'owner',
    data: (world) => data(world, asRead(world, role(world, 'owner'))),
    outcome: 'forbidden',
  },
  {
    title: 'a role that grants more than the caller holds',
    as: 'admin',
    data: (world) => data(world, asRead(world, role(world, 'owner'))),
    outcome: 'forbidden',
  },
  {
    title: 'made from a version that is no longer there',
    as: 'admin',
    data: (world) => data(world, { roleId: REVIEWER, version: madeFrom(world, '2', 'viewer') }),
    outcome: 'conflict',
  },
  {
    title: 'made from what its template was before',
    as: 'admin',
    data: (world) => data(world, { roleId: REVIEWER, version: madeFrom(world, '1', 'editor') }),
    outcome: 'conflict',
  },
]
