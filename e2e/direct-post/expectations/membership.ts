/** How a membership is suspended and ends, and what must not be done to whom. */
import { ACCOUNTS, LARKSPUR } from '../../harness/people.ts'
import type { Caller } from '../principals.ts'
import type { JsonObject } from '../wire.ts'
import type { World } from '../world.ts'
import {
  ANY_MEMBER,
  type Case,
  type Change,
  type IdArgument,
  MANAGERS,
  RECORDED,
  type Rows,
} from './row.ts'
import { JOY, LEON, MEMBER_ID } from './samples.ts'

const at = (world: World, userId: string): string => world.memberId(userId, LARKSPUR)

/** What taking somebody's access must refuse, however it is taken. */
const notToBeTaken = (rest: JsonObject): readonly Case[] => [
  {
    title: 'somebody who holds more than the caller',
    as: 'admin',
    data: (world) => ({ memberId: at(world, ACCOUNTS.owner.userId), ...rest }),
    outcome: 'forbidden',
  },
  {
    title: 'oneself',
    as: 'admin',
    data: (world) => ({ memberId: at(world, ACCOUNTS.admin.userId), ...rest }),
    outcome: 'conflict',
  },
]

/** Somebody else's, where documents are to go. */
const DOCUMENTS_TO: IdArgument = {
  ...MEMBER_ID,
  name: 'documentsTo',
  put: (data, documentsTo) => ({ ...data, documentsTo }),
}

/** How many roles, and how many documents, somebody has who leaves. Most have one and none. */
const HELD: Readonly<Partial<Record<Caller, readonly [roles: number, documents: number]>>> = {
  admin: [1, 11],
  editor: [1, 11],
  twoRoles: [2, 0],
  author: [0, 1],
  otherAdmin: [1, 13],
}

/** Their documents are kept under their name. */
function left(caller: Caller): readonly Change[] {
  const [held, owned] = HELD[caller] ?? [1, 0]
  const gone: Change[] = [
    { table: 'public.memberships', deleted: 1 },
    { table: 'public.member_roles', deleted: held },
    { table: 'public.documents', updated: owned, columns: ['owner_id', 'kept_name', 'updated_by'] },
    // The two who have been offered their organization.
    { table: 'public.ownership_offers', deleted: /^(a|otherA)dmin$/.test(caller) ? 1 : 0 },
  ]
  return [...gone.filter(({ deleted, updated }) => deleted !== 0 && updated !== 0), ...RECORDED]
}

const SUSPENDED: Change = {
  table: 'public.memberships',
  updated: 1,
  columns: ['status', 'access_version', 'updated_at'],
}

/** A membership that ends with its one role. */
const ENDED: readonly Change[] = [
  { table: 'public.memberships', deleted: 1 },
  { table: 'public.member_roles', deleted: 1 },
]

export const membership: Rows = {
  'members.removeMember': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:members:remove',
    data: (world) => ({ memberId: at(world, JOY), documentsTo: at(world, LEON) }),
    ids: [MEMBER_ID, DOCUMENTS_TO],
    outcomes: MANAGERS,
    changes: () => [
      ...ENDED,
      { table: 'public.documents', updated: 10, columns: ['owner_id', 'updated_by'] },
      ...RECORDED,
    ],
    cases: [
      ...notToBeTaken({ documentsTo: null }),
      {
        title: 'whose documents are kept under her name',
        as: 'owner',
        data: (world) => ({ memberId: at(world, JOY), documentsTo: null }),
        outcome: 'ok',
        changes: [
          ...ENDED,
          {
            table: 'public.documents',
            updated: 10,
            columns: ['owner_id', 'kept_name', 'updated_by'],
          },
          ...RECORDED,
        ],
      },
      {
        title: 'without a word about the documents',
        as: 'owner',
        data: (world) => ({ memberId: at(world, JOY) }),
        outcome: 'invalid_input',
      },
      {
        title: 'with the documents going to somebody who is suspended',
        as: 'owner',
        data: (world) => ({
          memberId: at(world, JOY),
          documentsTo: at(world, ACCOUNTS.suspended.userId),
        }),
        outcome: 'conflict',
      },
      {
        title: 'with the documents going to who is removed',
        as: 'owner',
        data: (world) => ({ memberId: at(world, JOY), documentsTo: at(world, JOY) }),
        outcome: 'conflict',
      },
    ],
  },
  'members.suspendMember': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:members:remove',
    data: (world) => ({ memberId: at(world, LEON), suspended: true }),
    ids: [MEMBER_ID],
    outcomes: MANAGERS,
    changes: () => [SUSPENDED, ...RECORDED],
    cases: [
      ...notToBeTaken({ suspended: true }),
      {
        title: 'and makes active again who is suspended',
        as: 'admin',
        data: (world) => ({ memberId: at(world, ACCOUNTS.suspended.userId), suspended: false }),
        outcome: 'ok',
        changes: [SUSPENDED, ...RECORDED],
      },
    ],
  },
  'members.leaveOrganization': {
    method: 'POST',
    kind: 'resource',
    data: () => ({ documentsTo: null }),
    outcomes: { ...ANY_MEMBER, owner: 'conflict' },
    changes: left,
    cases: [
      {
        title: 'as the last owner, whoever gets the documents',
        as: 'owner',
        data: (world) => ({ documentsTo: at(world, LEON) }),
        outcome: 'conflict',
      },
      {
        title: 'handing documents to somebody whom one may not know',
        as: 'author',
        data: (world) => ({ documentsTo: at(world, LEON) }),
        outcome: 'not_found',
      },
    ],
  },
  'members.eraseMember': {
    method: 'POST',
    kind: 'resource',
    asks: 'users:delete',
    data: (world) => ({ memberId: at(world, JOY), evenThoughItIsMe: false }),
    ids: [MEMBER_ID],
    outcomes: MANAGERS,
    changes: () => [
      { table: 'public.memberships', deleted: 1 },
      { table: 'public.member_roles', deleted: 1 },
      // Her drafts go; what she had shared stays, without an owner.
      { table: 'public.documents', deleted: 3, updated: 7, columns: ['owner_id', 'updated_by'] },
      ...RECORDED,
    ],
    cases: [
      ...notToBeTaken({ evenThoughItIsMe: false }),
      {
        title: 'the last owner',
        as: 'owner',
        data: (world) => ({ memberId: at(world, ACCOUNTS.owner.userId), evenThoughItIsMe: true }),
        outcome: 'conflict',
      },
    ],
  },
}
