/** Assignments: seen by members, managed by who may assign; nobody hands out more than they hold. */
import { ACCOUNTS, FERNWAY, LARKSPUR } from '../../harness/people.ts'
import type { World } from '../world.ts'
import { LEON, MEMBER_ID, REVIEWER, ROLE_BEYOND_PLAN, ROLE_ID, ROLE_IDS } from './samples.ts'
import { MANAGERS, membersOnly, RECORDED, type Rows } from './row.ts'

const at = (world: World, userId: string): string => world.memberId(userId, LARKSPUR)
const role = (world: World, key: string): string => world.roleId(key, LARKSPUR)

const ACCESS_GROWS = { table: 'public.memberships', updated: 1, columns: ['access_version'] }

export const assignments: Rows = {
  'assignments.listAssignments': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:assignments:read',
    widest: {},
    data: (world) => ({ roleId: role(world, 'viewer'), page: 1 }),
    narrows: [ROLE_ID, MEMBER_ID],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'ok',
      // They see who belongs here, and not who may do what.
      billing: 'forbidden',
      twoRoles: 'ok',
      author: 'forbidden',
      otherAdmin: 'ok',
    }),
  },
  'assignments.assignRole': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:roles:assign',
    data: (world) => ({ memberId: at(world, LEON), roleId: REVIEWER, evenThoughItIsMe: false }),
    ids: [MEMBER_ID, ROLE_ID],
    outcomes: MANAGERS,
    changes: () => [{ table: 'public.member_roles', inserted: 1 }, ACCESS_GROWS, ...RECORDED],
    cases: [
      {
        title: 'of a role beyond what the plan covers (28)',
        as: 'fullOwner',
        data: (world) => ({
          memberId: world.memberId(ACCOUNTS.guessed.userId, FERNWAY),
          roleId: ROLE_BEYOND_PLAN,
        }),
        outcome: 'quota_exceeded',
      },
      {
        title: 'of a role that grants more than the caller holds (22)',
        as: 'admin',
        data: (world) => ({ memberId: at(world, LEON), roleId: role(world, 'owner') }),
        outcome: 'forbidden',
      },
      {
        title: 'to oneself, above oneself (22)',
        as: 'admin',
        data: (world) => ({
          memberId: at(world, ACCOUNTS.admin.userId),
          roleId: role(world, 'owner'),
          evenThoughItIsMe: true,
        }),
        outcome: 'forbidden',
      },
      {
        title: 'that they hold already',
        as: 'admin',
        data: (world) => ({ memberId: at(world, LEON), roleId: role(world, 'viewer') }),
        outcome: 'conflict',
      },
    ],
  },
  'assignments.removeAssignment': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:roles:assign',
    data: (world) => ({
      memberId: at(world, LEON),
      roleId: role(world, 'viewer'),
      evenThoughItIsMe: false,
    }),
    ids: [MEMBER_ID, ROLE_ID],
    outcomes: MANAGERS,
    changes: () => [{ table: 'public.member_roles', deleted: 1 }, ACCESS_GROWS, ...RECORDED],
    cases: [
      {
        title: 'so that no owner is left',
        as: 'owner',
        data: (world) => ({
          memberId: at(world, ACCOUNTS.owner.userId),
          roleId: role(world, 'owner'),
          evenThoughItIsMe: true,
        }),
        outcome: 'conflict',
      },
      {
        title: 'of somebody who holds more than the caller (22)',
        as: 'admin',
        data: (world) => ({
          memberId: at(world, ACCOUNTS.owner.userId),
          roleId: role(world, 'owner'),
        }),
        outcome: 'forbidden',
      },
    ],
  },
  'assignments.previewAssignments': {
    method: 'GET',
    kind: 'resource',
    asks: 'org:roles:assign',
    data: (world) => ({ memberId: at(world, LEON), roleIds: [role(world, 'editor')] }),
    ids: [MEMBER_ID, ROLE_IDS],
    outcomes: MANAGERS,
    cases: [
      {
        title: 'of what would be refused',
        as: 'admin',
        data: (world) => ({ memberId: at(world, LEON), roleIds: [role(world, 'owner')] }),
        outcome: 'forbidden',
      },
    ],
  },
}
