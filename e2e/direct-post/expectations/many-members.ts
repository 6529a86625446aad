/** Roles of several members at once: each is held to what the change of one is held to (22). */
import { ACCOUNTS, FERNWAY, LARKSPUR } from '../../harness/people.ts'
import type { JsonObject } from '../wire.ts'
import type { World } from '../world.ts'
import { type Case, type IdArgument, membersOnly, RECORDED, type Rows } from './row.ts'
import { JOY, LEON, MEMBER_ID, REVIEWER, ROLE_BEYOND_PLAN, ROLE_IDS } from './samples.ts'

const at = (world: World, userId: string): string => world.memberId(userId, LARKSPUR)

const MEMBER_IDS: IdArgument = {
  ...MEMBER_ID,
  name: 'memberIds',
  put: (data, id) => ({ ...data, memberIds: [id] }),
}

const sample = (world: World): JsonObject => ({
  memberIds: [at(world, LEON), at(world, JOY)],
  change: 'add',
  roleIds: [REVIEWER],
})

/** Nobody here acts on people of another organization, by whatever permission at home. */
const MANAGERS = membersOnly({
  owner: 'ok',
  admin: 'ok',
  editor: 'forbidden',
  viewer: 'forbidden',
  billing: 'forbidden',
  twoRoles: 'forbidden',
  author: 'forbidden',
  otherAdmin: 'not_found',
})

const REFUSED: readonly Case[] = [
  {
    title: 'with one among them who holds more than the caller (22)',
    as: 'admin',
    data: (world) => ({
      ...sample(world),
      memberIds: [at(world, LEON), at(world, ACCOUNTS.owner.userId)],
    }),
    outcome: 'forbidden',
  },
  {
    title: 'with oneself among them',
    as: 'admin',
    data: (world) => ({
      ...sample(world),
      memberIds: [at(world, LEON), at(world, ACCOUNTS.admin.userId)],
    }),
    outcome: 'conflict',
  },
]

const BEYOND: Case = {
  title: 'to hand out more than the caller holds (22)',
  as: 'admin',
  data: (world) => ({ ...sample(world), roleIds: [world.roleId('owner', LARKSPUR)] }),
  outcome: 'forbidden',
}

const BEYOND_PLAN: Case = {
  title: 'of a role beyond what the plan covers (28)',
  as: 'fullOwner',
  data: (world) => ({
    memberIds: [world.memberId(ACCOUNTS.guessed.userId, FERNWAY)],
    change: 'add',
    roleIds: [ROLE_BEYOND_PLAN],
  }),
  outcome: 'quota_exceeded',
}

const TOO_MANY: Case = {
  title: 'of more than a page of members',
  as: 'owner',
  data: (world) => ({
    ...sample(world),
    memberIds: Array.from(
      { length: 26 },
      (_, place) => `01900000-0000-7000-8000-${String(place).padStart(12, '0')}`,
    ),
  }),
  outcome: 'invalid_input',
}

const MADE_FROM_OTHERS: Case = {
  title: 'in place of other roles than they hold',
  as: 'owner',
  data: (world) => ({
    ...sample(world),
    change: 'set',
    madeFrom: [LEON, JOY].map((userId) => ({
      memberId: at(world, userId),
      roleIds: [world.roleId('billing', LARKSPUR)],
    })),
  }),
  outcome: 'conflict',
}

const MADE_FROM_NOTHING: Case = {
  title: 'in place of roles that it does not say',
  as: 'owner',
  data: (world) => ({ ...sample(world), change: 'set' }),
  outcome: 'invalid_input',
}

export const manyMembers: Rows = {
  'members.changeRolesOfMany': {
    method: 'POST',
    kind: 'permission',
    asks: 'org:roles:assign',
    data: sample,
    ids: [MEMBER_IDS, ROLE_IDS],
    outcomes: MANAGERS,
    changes: () => [
      { table: 'public.member_roles', inserted: 2 },
      { table: 'public.memberships', updated: 2, columns: ['access_version'] },
      ...RECORDED.map((one) => (one.inserted === 1 ? { ...one, inserted: 2 } : one)),
    ],
    cases: [...REFUSED, BEYOND, BEYOND_PLAN, TOO_MANY, MADE_FROM_OTHERS, MADE_FROM_NOTHING],
  },
  'members.previewRolesOfMany': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:roles:assign',
    data: sample,
    ids: [MEMBER_IDS, ROLE_IDS],
    outcomes: MANAGERS,
    cases: [
      ...REFUSED.map((one): Case => ({ ...one, outcome: 'ok' })),
      BEYOND,
      BEYOND_PLAN,
      TOO_MANY,
    ],
  },
}
