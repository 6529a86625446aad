/** One-click sign-in, which is there in demo mode alone; demo-off.spec.ts is about its absence. */
import type { Principal } from '../principals.ts'
import type { Outcome } from '../outcome.ts'
import { NOTED, type Rows } from './row.ts'

const ANYBODY = {
  anonymous: 'ok',
  revoked: 'ok',
  outsider: 'ok',
  suspended: 'ok',
  owner: 'ok',
  admin: 'ok',
  editor: 'ok',
  viewer: 'ok',
  billing: 'ok',
  twoRoles: 'ok',
  author: 'ok',
  otherAdmin: 'ok',
} as const satisfies Record<Principal, Outcome>

export const demo: Rows = {
  'demo.listAsked': { method: 'GET', kind: 'public', outcomes: ANYBODY },
  'demo.listMails': { method: 'GET', kind: 'public', outcomes: ANYBODY },
  'demo.listPersonas': { method: 'GET', kind: 'public', outcomes: ANYBODY },
  'demo.signInAs': {
    method: 'POST',
    kind: 'public',
    data: () => ({ persona: 'viewer' }),
    outcomes: ANYBODY,
    // The session that the browser came with ends (case 4): planting one is of no use.
    changes: (caller) => [
      {
        table: 'auth.session',
        inserted: 1,
        insertedFor: 'viewer',
        ...(caller === 'anonymous' || caller === 'revoked' ? {} : { deleted: 1 }),
      },
      // The one on the caller's record, the other on the persona's.
      {
        ...NOTED,
        inserted: caller === 'anonymous' || caller === 'revoked' ? 1 : 2,
        byNewcomer: true,
      },
    ],
  },
}
