/**
 * One's own account: being signed in is all it takes, and it reaches nobody else's. Getting into
 * one: open to all, and answered alike whether there is an account or not.
 */
import { confirmToken, RESET_TOKEN } from '../../harness/mailed-tokens.ts'
import { ACCOUNTS, PASSWORD } from '../../harness/people.ts'
import type { JsonObject } from '../wire.ts'
import { ANYBODY_SIGNED_IN, type Case, type Change, everybody, NOTED, type Rows } from './row.ts'

/** On record as what was done, and as the end of that session. */
const ONE_SESSION_ENDED: readonly Change[] = [
  { table: 'auth.session', deleted: 1 },
  { ...NOTED, inserted: 2 },
]
const MAILED: Change = { table: 'pgboss.job_common', inserted: 1 }
/** By address, by address and account, and by account. */
const COUNTED: Change = { table: 'platform.rate_limits', inserted: 3 }
const NEW_PASSWORD = 'long-enough-to-be-one'
const NO_TOKEN = 'a-token-that-opens-nothing'
const NEWCOMER = { name: 'New Person', email: 'newcomer@other.example', password: NEW_PASSWORD }
const KNOWN = ACCOUNTS.guessed.email

/** What a stranger would have an account say of itself. */
const CLAIMS: readonly JsonObject[] = [
  { role: 'owner' },
  { emailVerified: true },
  { activeOrganizationId: '01900000-0000-7000-8000-000000001001' },
  { id: ACCOUNTS.owner.userId },
  { callbackURL: 'https://evil.example' },
]
const FORGED = CLAIMS.map((claim): Case => ({
  title: `with ${Object.keys(claim).join()} of one's own (15)`,
  as: 'anonymous',
  data: () => ({ ...NEWCOMER, ...claim }),
  outcome: 'invalid_input',
}))

export const account: Rows = {
  'account.getViewer': { method: 'GET', kind: 'signed in', outcomes: ANYBODY_SIGNED_IN },
  'account.listSessions': { method: 'GET', kind: 'signed in', outcomes: ANYBODY_SIGNED_IN },
  'account.changePassword': {
    method: 'POST',
    kind: 'signed in',
    data: () => ({ currentPassword: PASSWORD, newPassword: NEW_PASSWORD }),
    outcomes: ANYBODY_SIGNED_IN,
    changes: () => [
      // Both that there were; the one in use goes on under another token.
      { table: 'auth.session', deleted: 2, inserted: 1 },
      { table: 'auth.account', updated: 1, columns: ['password', 'updated_at'] },
      // The password, and each session that ended or began.
      { ...NOTED, inserted: 4 },
      COUNTED,
      MAILED,
    ],
    cases: [
      {
        title: 'with another current password',
        as: 'viewer',
        data: () => ({ currentPassword: 'not-their-password', newPassword: NEW_PASSWORD }),
        outcome: 'invalid_input',
        changes: [COUNTED],
      },
      {
        title: 'to a short one',
        as: 'viewer',
        data: () => ({ currentPassword: PASSWORD, newPassword: 'short' }),
        outcome: 'invalid_input',
      },
      {
        title: 'while keeping the other sessions',
        as: 'viewer',
        data: () => ({
          currentPassword: PASSWORD,
          newPassword: NEW_PASSWORD,
          revokeOtherSessions: false,
        }),
        outcome: 'invalid_input',
      },
    ],
  },
  'account.signUp': {
    method: 'POST',
    kind: 'public',
    data: () => NEWCOMER,
    texts: ['name'],
    outcomes: everybody('ok'),
    changes: () => [
      { table: 'auth.user', inserted: 1, byNewcomer: true },
      { table: 'auth.account', inserted: 1, byNewcomer: true },
      { ...NOTED, byNewcomer: true },
      COUNTED,
      MAILED,
    ],
    cases: [
      {
        title: 'with an address that has an account: a mail to it, and nothing else',
        as: 'anonymous',
        data: () => ({ ...NEWCOMER, email: KNOWN }),
        outcome: 'ok',
        changes: [COUNTED, MAILED],
      },
      ...FORGED,
    ],
  },
  'account.sendConfirmation': {
    method: 'POST',
    kind: 'public',
    data: () => ({ email: KNOWN }),
    outcomes: everybody('ok'),
    changes: () => [COUNTED],
    cases: [
      {
        title: 'to an address without an account',
        as: 'anonymous',
        data: () => ({ email: NEWCOMER.email }),
        outcome: 'ok',
        changes: [COUNTED],
      },
    ],
  },
  'account.confirmAddress': {
    method: 'POST',
    kind: 'public',
    data: (world) => ({ token: world.confirmToken(), password: PASSWORD }),
    outcomes: everybody('ok'),
    changes: (caller) => [
      {
        table: 'auth.user',
        updated: 1,
        columns: ['email_verified', 'updated_at'],
        byNewcomer: true,
      },
      // The session that the browser came with ends (4).
      {
        table: 'auth.session',
        inserted: 1,
        deleted: caller === 'anonymous' || caller === 'revoked' ? 0 : 1,
        byNewcomer: true,
      },
      {
        ...NOTED,
        inserted: caller === 'anonymous' || caller === 'revoked' ? 2 : 3,
        byNewcomer: true,
      },
      COUNTED,
    ],
    cases: [
      {
        title: 'with the password of somebody else: who clicks need not be who signed up',
        as: 'anonymous',
        data: (world) => ({ token: world.confirmToken(), password: NEW_PASSWORD }),
        outcome: 'invalid_input',
        changes: [COUNTED],
      },
      {
        title: 'by a token that opens nothing',
        as: 'anonymous',
        data: () => ({ token: NO_TOKEN, password: PASSWORD }),
        outcome: 'not_found',
      },
      {
        title: 'by a token that somebody else has signed',
        as: 'anonymous',
        data: () => ({ token: confirmToken('not the secret of this server'), password: PASSWORD }),
        outcome: 'not_found',
      },
    ],
  },
  'account.requestReset': {
    method: 'POST',
    kind: 'public',
    data: () => ({ email: KNOWN }),
    outcomes: everybody('ok'),
    changes: () => [{ table: 'auth.verification', inserted: 1, byNewcomer: true }, COUNTED, MAILED],
    cases: [
      {
        title: 'for an address without an account: a mail to it, and nothing else',
        as: 'anonymous',
        data: () => ({ email: NEWCOMER.email }),
        outcome: 'ok',
        changes: [COUNTED, MAILED],
      },
      {
        title: 'with a destination of one’s own',
        as: 'anonymous',
        data: () => ({ email: KNOWN, redirectTo: 'https://evil.example' }),
        outcome: 'invalid_input',
      },
    ],
  },
  'account.resetPassword': {
    method: 'POST',
    kind: 'public',
    data: () => ({ token: RESET_TOKEN, password: NEW_PASSWORD }),
    outcomes: everybody('ok'),
    changes: () => [
      { table: 'auth.verification', deleted: 1, byNewcomer: true },
      {
        table: 'auth.account',
        updated: 1,
        columns: ['password', 'updated_at'],
        byNewcomer: true,
      },
      { table: 'auth.session', deleted: 2, byNewcomer: true },
      { ...NOTED, inserted: 3, byNewcomer: true },
      { ...COUNTED, inserted: 1 },
      MAILED,
    ],
    cases: [
      {
        title: 'by a token that opens nothing',
        as: 'anonymous',
        data: () => ({ token: NO_TOKEN, password: NEW_PASSWORD }),
        outcome: 'not_found',
        changes: [{ ...COUNTED, inserted: 1 }],
      },
      {
        title: 'with a short password',
        as: 'anonymous',
        data: () => ({ token: NO_TOKEN, password: 'short' }),
        outcome: 'invalid_input',
      },
    ],
  },
  'account.updateAccount': {
    method: 'POST',
    kind: 'signed in',
    data: () => ({ name: 'Somebody Else' }),
    texts: ['name'],
    outcomes: ANYBODY_SIGNED_IN,
    changes: () => [{ table: 'auth.user', updated: 1, columns: ['name', 'updated_at'] }, NOTED],
  },
  'account.revokeSession': {
    method: 'POST',
    kind: 'signed in',
    // The owner's other session: nobody but the owner may end it, or learn that it exists.
    data: (world) => ({ sessionId: world.otherSessionId('owner') }),
    ids: [
      {
        name: 'sessionId',
        table: 'auth.session',
        foreign: (world) => world.otherSessionId('otherAdmin'),
        put: (data, sessionId) => ({ ...data, sessionId }),
      },
    ],
    outcomes: {
      anonymous: 'unauthenticated',
      revoked: 'unauthenticated',
      outsider: 'not_found',
      suspended: 'not_found',
      owner: 'ok',
      admin: 'not_found',
      editor: 'not_found',
      viewer: 'not_found',
      billing: 'not_found',
      twoRoles: 'not_found',
      author: 'not_found',
      otherAdmin: 'not_found',
    },
    changes: () => ONE_SESSION_ENDED,
  },
  'account.revokeOtherSessions': {
    method: 'POST',
    kind: 'signed in',
    outcomes: ANYBODY_SIGNED_IN,
    changes: () => ONE_SESSION_ENDED,
  },
}
