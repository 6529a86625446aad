/** One's own account: being signed in is all it takes, and it reaches nobody else's. */
import { ANYBODY_SIGNED_IN, NOTED, type Rows } from './row.ts'

const ONE_SESSION_ENDED = { table: 'auth.session', deleted: 1 } as const

export const account: Rows = {
  'account.getViewer': { method: 'GET', kind: 'signed in', outcomes: ANYBODY_SIGNED_IN },
  'account.listSessions': { method: 'GET', kind: 'signed in', outcomes: ANYBODY_SIGNED_IN },
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
    changes: () => [ONE_SESSION_ENDED, NOTED],
  },
  'account.revokeOtherSessions': {
    method: 'POST',
    kind: 'signed in',
    outcomes: ANYBODY_SIGNED_IN,
    changes: () => [ONE_SESSION_ENDED, NOTED],
  },
}
