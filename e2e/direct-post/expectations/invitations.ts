/** Invitations: sent by who may, opened by their token alone, accepted by whom they are for (25). */
import { INVITATIONS } from '../../harness/invitations.ts'
import { LARKSPUR, TIDEWATER } from '../../harness/people.ts'
import {
  ANYBODY_SIGNED_IN,
  type Change,
  everybody,
  type IdArgument,
  membersOnly,
  NOTED,
  RECORDED,
  type Rows,
} from './row.ts'

const MAILED: Change = { table: 'pgboss.job_common', inserted: 1 }
/** Each mail is counted at its organization, its sender, and three times at who gets it. */
const COUNTED: Change = { table: 'platform.rate_limits', inserted: 5 }
const REVOKED: Change = { table: 'public.invitations', updated: 1, columns: ['status'] }
const PASSWORD = 'long-enough-to-be-one'

/** Who joins works at Larkspur from then on, and is on record there. */
const joined = (byNewcomer?: true): readonly Change[] => [
  { table: 'public.memberships', inserted: 1, inOrganization: LARKSPUR },
  { table: 'public.member_roles', inserted: 1, inOrganization: LARKSPUR },
  { ...REVOKED, inOrganization: LARKSPUR },
  { table: 'public.audit_events', inserted: 1, inOrganization: LARKSPUR, byNewcomer },
  { table: 'public.audit_heads', updated: 1, columns: ['seq', 'mac'], inOrganization: LARKSPUR },
]

const INVITATION_ID: IdArgument = {
  name: 'invitationId',
  table: 'public.invitations',
  foreign: () => INVITATIONS.foreign.id,
  put: (data, invitationId) => ({ ...data, invitationId }),
}

const ROLE_ID: IdArgument = {
  name: 'roleId',
  table: 'public.roles',
  foreign: (world) => world.roleId('viewer', TIDEWATER),
  put: (data, roleId) => ({ ...data, roleId }),
}

/** Who may not invite may not know who is invited. */
const INVITERS = membersOnly({
  owner: 'ok',
  admin: 'ok',
  editor: 'not_found',
  viewer: 'not_found',
  billing: 'not_found',
  twoRoles: 'not_found',
  author: 'not_found',
  otherAdmin: 'not_found',
})

const REFUSED = {
  editor: 'forbidden',
  viewer: 'forbidden',
  billing: 'forbidden',
  twoRoles: 'forbidden',
  author: 'forbidden',
} as const

/** A list names roles by what they are called, so it reaches no other organization's. */
const LISTERS = membersOnly({ owner: 'ok', admin: 'ok', ...REFUSED, otherAdmin: 'ok' })

export const invitations: Rows = {
  'invitations.listInvitations': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:members:invite',
    outcomes: membersOnly({ owner: 'ok', admin: 'ok', ...REFUSED, otherAdmin: 'ok' }),
  },
  'invitations.listMyInvitations': {
    method: 'GET',
    kind: 'signed in',
    outcomes: ANYBODY_SIGNED_IN,
  },
  'invitations.inviteMember': {
    method: 'POST',
    kind: 'permission',
    asks: 'org:members:invite',
    data: (world) => ({ email: 'somebody@new.example', roleId: world.roleId('viewer', LARKSPUR) }),
    ids: [ROLE_ID],
    outcomes: membersOnly({ owner: 'ok', admin: 'ok', ...REFUSED, otherAdmin: 'not_found' }),
    changes: () => [{ table: 'public.invitations', inserted: 1 }, MAILED, COUNTED, ...RECORDED],
    cases: [
      {
        title: 'into more than the caller holds (22)',
        as: 'admin',
        data: (world) => ({
          email: 'somebody@new.example',
          roleId: world.roleId('owner', LARKSPUR),
        }),
        outcome: 'forbidden',
      },
      {
        title: 'an address that has been invited',
        as: 'owner',
        data: (world) => ({
          email: INVITATIONS.newcomer.email,
          roleId: world.roleId('viewer', LARKSPUR),
        }),
        outcome: 'conflict',
      },
      {
        title: 'what is no address',
        as: 'owner',
        data: (world) => ({ email: 'somebody', roleId: world.roleId('viewer', LARKSPUR) }),
        outcome: 'invalid_input',
      },
    ],
  },
  'invitations.checkInvitationList': {
    method: 'POST',
    kind: 'permission',
    asks: 'org:members:invite',
    data: () => ({ list: 'somebody@new.example, viewer\nanybody@new.example' }),
    outcomes: LISTERS,
    // That it was asked; what would happen has not.
    changes: () => [{ table: 'platform.rate_limits', inserted: 1 }, ...RECORDED],
    cases: [
      {
        title: 'of nobody',
        as: 'owner',
        data: () => ({ list: 'email,role' }),
        outcome: 'invalid_input',
      },
      {
        title: 'of ten thousand',
        as: 'owner',
        data: () => ({ list: 'a@b.example\n'.repeat(5_000) }),
        outcome: 'invalid_input',
      },
      {
        title: 'in another encoding',
        as: 'owner',
        data: () => ({ list: 'm\uFFFDller@new.example' }),
        outcome: 'invalid_input',
      },
      {
        title: 'with columns that nobody asked for (15)',
        as: 'owner',
        data: () => ({ list: 'email,role,__proto__,status\na@b.example,viewer,x,accepted' }),
        outcome: 'invalid_input',
      },
    ],
  },
  'invitations.inviteFromList': {
    method: 'POST',
    kind: 'permission',
    asks: 'org:members:invite',
    data: () => ({ invitations: [{ email: 'somebody@new.example', role: 'viewer' }] }),
    outcomes: LISTERS,
    changes: () => [{ table: 'public.invitations', inserted: 1 }, MAILED, COUNTED, ...RECORDED],
    cases: [
      {
        title: 'into more than the caller holds: on record, and nobody is invited (22)',
        as: 'admin',
        data: () => ({ invitations: [{ email: 'somebody@new.example', role: 'owner' }] }),
        outcome: 'ok',
        changes: RECORDED,
      },
      {
        title: 'with a status of its own (15)',
        as: 'owner',
        data: () => ({
          invitations: [{ email: 'somebody@new.example', role: 'viewer', status: 'accepted' }],
        }),
        outcome: 'invalid_input',
      },
      {
        title: 'more at once than one call takes',
        as: 'owner',
        data: () => ({
          invitations: Array.from({ length: 21 }, () => ({ email: 'a@b.example', role: '' })),
        }),
        outcome: 'invalid_input',
      },
    ],
  },
  'invitations.resendInvitation': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:members:invite',
    data: () => ({ invitationId: INVITATIONS.newcomer.id }),
    ids: [INVITATION_ID],
    outcomes: INVITERS,
    // The owner had sent it; whoever sends it again is its inviter from then on.
    changes: (caller) => [
      {
        table: 'public.invitations',
        updated: 1,
        columns: [
          'token_hash',
          'sent_at',
          'sends',
          'expires_at',
          ...(caller === 'owner' ? [] : ['inviter_id']),
        ],
      },
      MAILED,
      COUNTED,
      ...RECORDED,
    ],
  },
  'invitations.revokeInvitation': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:members:invite',
    data: () => ({ invitationId: INVITATIONS.newcomer.id }),
    ids: [INVITATION_ID],
    outcomes: INVITERS,
    changes: () => [REVOKED, ...RECORDED],
  },
  'invitations.previewInvitation': {
    method: 'GET',
    kind: 'public',
    data: () => ({ token: INVITATIONS.newcomer.token }),
    outcomes: everybody('ok'),
    cases: [
      {
        title: 'by a token that opens nothing (25)',
        as: 'anonymous',
        data: () => ({ token: 'the-token-of-invitation-number-9' }),
        outcome: 'not_found',
      },
    ],
  },
  'invitations.acceptInvitation': {
    method: 'POST',
    kind: 'signed in',
    data: () => ({ token: INVITATIONS.outsider.token }),
    outcomes: {
      ...everybody('not_found'),
      anonymous: 'unauthenticated',
      revoked: 'unauthenticated',
      outsider: 'ok',
    },
    changes: () => [
      ...joined(),
      { table: 'auth.session', updated: 1, columns: ['active_organization_id'] },
      NOTED,
    ],
  },
  'invitations.joinAsNewPerson': {
    method: 'POST',
    kind: 'public',
    data: () => ({ token: INVITATIONS.newcomer.token, name: 'New Person', password: PASSWORD }),
    texts: ['name'],
    outcomes: everybody('ok'),
    changes: () => [
      ...joined(true),
      { table: 'auth.user', inserted: 1, byNewcomer: true },
      { table: 'auth.account', inserted: 1, byNewcomer: true },
    ],
    cases: [
      {
        title: 'with the token of somebody who has an account (25)',
        as: 'anonymous',
        data: () => ({ token: INVITATIONS.outsider.token, name: 'Somebody', password: PASSWORD }),
        outcome: 'conflict',
      },
      {
        title: 'with a short password',
        as: 'anonymous',
        data: () => ({ token: INVITATIONS.newcomer.token, name: 'Somebody', password: 'short' }),
        outcome: 'invalid_input',
      },
    ],
  },
}
