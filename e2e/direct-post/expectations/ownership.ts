/** An organization is offered by its owner, and taken by the one it was offered to and nobody else. */
import { OFFERS } from '../../harness/offers.ts'
import { ACCOUNTS, LARKSPUR } from '../../harness/people.ts'
import type { World } from '../world.ts'
import {
  ANY_MEMBER,
  type Change,
  type IdArgument,
  membersOnly,
  RECORDED,
  type Rows,
} from './row.ts'
import { LEON, MEMBER_ID } from './samples.ts'

const at = (world: World, userId: string): string => world.memberId(userId, LARKSPUR)
const mailed = (inserted: number): Change => ({ table: 'pgboss.job_common', inserted })
const ENDED: Change = { table: 'public.ownership_offers', deleted: 1 }
const NAME = 'Larkspur Labs'

const OFFER_ID: IdArgument = {
  name: 'offerId',
  table: 'public.ownership_offers',
  foreign: () => OFFERS.foreign.id,
  put: (data, offerId) => ({ ...data, offerId }),
}

/** Only the admin, whom it was offered to; for everybody else there is no offer. */
const ITS_RECIPIENT = membersOnly({
  owner: 'not_found',
  admin: 'ok',
  editor: 'not_found',
  viewer: 'not_found',
  billing: 'not_found',
  twoRoles: 'not_found',
  author: 'not_found',
  otherAdmin: 'not_found',
})

export const ownership: Rows = {
  'ownership.getOffer': { method: 'GET', kind: 'member', outcomes: ANY_MEMBER },
  'ownership.offerOwnership': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:transfer',
    data: (world) => ({ memberId: at(world, LEON), confirmName: NAME }),
    ids: [MEMBER_ID],
    texts: ['confirmName'],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'forbidden',
      editor: 'forbidden',
      viewer: 'forbidden',
      billing: 'forbidden',
      twoRoles: 'forbidden',
      author: 'not_found',
      otherAdmin: 'not_found',
    }),
    // It takes the place of the one that stood, and both are told.
    changes: () => [
      { table: 'public.ownership_offers', inserted: 1, deleted: 1 },
      mailed(2),
      ...RECORDED,
    ],
    cases: [
      {
        title: 'without typing the name of the organization',
        as: 'owner',
        data: (world) => ({ memberId: at(world, LEON), confirmName: 'larkspur labs' }),
        outcome: 'invalid_input',
      },
      {
        title: 'to oneself',
        as: 'owner',
        data: (world) => ({ memberId: at(world, ACCOUNTS.owner.userId), confirmName: NAME }),
        outcome: 'conflict',
      },
      {
        title: 'to somebody who is suspended',
        as: 'owner',
        data: (world) => ({ memberId: at(world, ACCOUNTS.suspended.userId), confirmName: NAME }),
        outcome: 'conflict',
      },
    ],
  },
  'ownership.withdrawOffer': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:transfer',
    data: () => ({ offerId: OFFERS.toAdmin.id }),
    ids: [OFFER_ID],
    outcomes: { ...ITS_RECIPIENT, owner: 'ok', admin: 'not_found' },
    changes: () => [ENDED, mailed(1), ...RECORDED],
  },
  'ownership.acceptOwnership': {
    method: 'POST',
    kind: 'resource',
    data: () => ({ offerId: OFFERS.toAdmin.id }),
    ids: [OFFER_ID],
    outcomes: ITS_RECIPIENT,
    // The admin is an owner too, and the owner an admin instead.
    changes: () => [
      { table: 'public.member_roles', inserted: 2, deleted: 1 },
      { table: 'public.memberships', updated: 2, columns: ['access_version'] },
      ENDED,
      mailed(2),
      ...RECORDED,
    ],
  },
  'ownership.declineOwnership': {
    method: 'POST',
    kind: 'resource',
    data: () => ({ offerId: OFFERS.toAdmin.id }),
    ids: [OFFER_ID],
    outcomes: ITS_RECIPIENT,
    changes: () => [ENDED, mailed(1), ...RECORDED],
  },
}
