/**
 * Members. Besides who may: nobody acts on somebody who holds more, hands out more than they hold
 * (case 22), or takes the last owner's ownership.
 */
import { ACCOUNTS, LARKSPUR } from '../../harness/people.ts'
import type { World } from '../world.ts'
import { NO_LISTS } from './no-lists.ts'
import { LEON, MEMBER_ID, ROLE_ID, ROLE_IDS } from './samples.ts'
import { type IdArgument, MANAGERS, membersOnly, RECORDED, type Rows } from './row.ts'

const at = (world: World, userId: string): string => world.memberId(userId, LARKSPUR)
const role = (world: World, key: string): string => world.roleId(key, LARKSPUR)

/** The roles that somebody was seen to hold: compared with what they hold, and nothing else. */
const MADE_FROM: IdArgument = {
  ...ROLE_IDS,
  name: 'madeFrom',
  put: (data, id) => ({ ...data, madeFrom: [id] }),
  answers: 'conflict',
}

export const members: Rows = {
  'members.listMembers': {
    method: 'GET',
    kind: 'permission',
    asks: 'users:read',
    widest: {},
    data: () => ({
      search: 'e',
      status: 'active',
      sort: '-joined',
      page: 1,
    }),
    texts: ['search'],
    narrows: [ROLE_ID],
    cases: [
      ...NO_LISTS,
      {
        title: 'of a role, by who sees who holds it',
        as: 'viewer',
        data: (world) => ({ roleId: role(world, 'viewer') }),
        outcome: 'ok',
      },
      {
        title: 'of a role, by who sees people and not what they hold',
        as: 'billing',
        data: (world) => ({ roleId: role(world, 'viewer') }),
        outcome: 'forbidden',
      },
    ],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'ok',
      billing: 'ok',
      twoRoles: 'ok',
      author: 'forbidden',
      otherAdmin: 'ok',
    }),
  },
  'members.getMember': {
    method: 'GET',
    kind: 'resource',
    asks: 'users:read',
    data: (world) => ({ memberId: at(world, LEON) }),
    ids: [MEMBER_ID],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'ok',
      billing: 'ok',
      twoRoles: 'ok',
      author: 'not_found',
      otherAdmin: 'not_found',
    }),
  },
  'members.updateMemberProfile': {
    method: 'POST',
    kind: 'resource',
    asks: 'users:write',
    data: (world) => ({ memberId: at(world, LEON), title: 'Head Gardener' }),
    ids: [MEMBER_ID],
    texts: ['title'],
    outcomes: MANAGERS,
    changes: () => [
      { table: 'public.memberships', updated: 1, columns: ['title', 'updated_at'] },
      ...RECORDED,
    ],
  },
  'members.changeMemberRoles': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:roles:assign',
    data: (world) => ({
      memberId: at(world, LEON),
      madeFrom: [role(world, 'viewer')],
      roleIds: [role(world, 'editor')],
      evenThoughItIsMe: false,
    }),
    ids: [MEMBER_ID, ROLE_IDS, MADE_FROM],
    outcomes: MANAGERS,
    changes: () => [
      { table: 'public.member_roles', inserted: 1, deleted: 1 },
      { table: 'public.memberships', updated: 1, columns: ['access_version'] },
      ...RECORDED,
    ],
    cases: [
      {
        title: 'made from other roles than they hold',
        as: 'owner',
        data: (world) => ({
          memberId: at(world, LEON),
          madeFrom: [role(world, 'billing')],
          roleIds: [role(world, 'editor')],
          evenThoughItIsMe: false,
        }),
        outcome: 'conflict',
      },
      {
        title: 'to promote oneself (22)',
        as: 'admin',
        data: (world) => ({
          memberId: at(world, ACCOUNTS.admin.userId),
          madeFrom: [role(world, 'admin')],
          roleIds: [role(world, 'owner')],
          evenThoughItIsMe: true,
        }),
        outcome: 'forbidden',
      },
      {
        title: 'to hand out more than the caller holds (22)',
        as: 'admin',
        data: (world) => ({
          memberId: at(world, LEON),
          madeFrom: [role(world, 'viewer')],
          roleIds: [role(world, 'owner')],
          evenThoughItIsMe: false,
        }),
        outcome: 'forbidden',
      },
      {
        title: 'of somebody who holds more than the caller (22)',
        as: 'admin',
        data: (world) => ({
          memberId: at(world, ACCOUNTS.owner.userId),
          madeFrom: [role(world, 'owner')],
          roleIds: [role(world, 'viewer')],
          evenThoughItIsMe: false,
        }),
        outcome: 'forbidden',
      },
      {
        title: 'of oneself, by accident',
        as: 'admin',
        data: (world) => ({
          memberId: at(world, ACCOUNTS.admin.userId),
          madeFrom: [role(world, 'admin')],
          roleIds: [],
          evenThoughItIsMe: false,
        }),
        outcome: 'conflict',
      },
      {
        title: 'so that no owner is left',
        as: 'owner',
        data: (world) => ({
          memberId: at(world, ACCOUNTS.owner.userId),
          madeFrom: [role(world, 'owner')],
          roleIds: [role(world, 'admin')],
          evenThoughItIsMe: true,
        }),
        outcome: 'conflict',
      },
    ],
  },
  'members.setBillingContact': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:roles:assign',
    data: (world) => ({ memberId: at(world, LEON), isBillingContact: true }),
    ids: [MEMBER_ID],
    outcomes: MANAGERS,
    changes: () => [
      {
        table: 'public.memberships',
        updated: 1,
        columns: ['is_billing_contact', 'access_version'],
      },
      ...RECORDED,
    ],
  },
}
