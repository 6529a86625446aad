/** The audit log, readable by those who hold audit:read, each in their own organization. */
import { membersOnly, type Rows } from './row.ts'

const AUDITORS = membersOnly({
  owner: 'ok',
  admin: 'ok',
  editor: 'forbidden',
  viewer: 'forbidden',
  billing: 'forbidden',
  twoRoles: 'forbidden',
  author: 'forbidden',
  otherAdmin: 'ok',
})

export const audit: Rows = {
  'audit.listAuditEvents': {
    method: 'GET',
    kind: 'permission',
    asks: 'audit:read',
    // A page's end in one organization means nothing in another: it only ever narrows (case 19).
    widest: {},
    data: () => ({
      before: 100,
      search: 'o',
      type: 'document',
      from: '2020-01-01',
      to: '2099-12-31',
    }),
    texts: ['search'],
    outcomes: AUDITORS,
    cases: [
      {
        title: 'of a day that there never was',
        as: 'owner',
        data: () => ({ from: '2026-02-31' }),
        outcome: 'invalid_input',
      },
      {
        title: 'of things that are not recorded',
        as: 'owner',
        data: () => ({ type: 'session' }),
        outcome: 'invalid_input',
      },
      {
        title: 'in an order of their own',
        as: 'owner',
        data: () => ({ sort: 'mac' }),
        outcome: 'invalid_input',
      },
    ],
  },
  'audit.listDenials': {
    method: 'GET',
    kind: 'permission',
    asks: 'audit:read',
    widest: {},
    data: () => ({ search: 'o', code: 'forbidden', page: 1 }),
    texts: ['search'],
    outcomes: AUDITORS,
    cases: [
      {
        title: 'for a reason that there is none of',
        as: 'owner',
        data: () => ({ code: 'internal' }),
        outcome: 'invalid_input',
      },
    ],
  },
  'audit.verifyAuditTrail': {
    method: 'GET',
    kind: 'permission',
    asks: 'audit:read',
    outcomes: AUDITORS,
  },
}
