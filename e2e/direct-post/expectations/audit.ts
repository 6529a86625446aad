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
    data: () => ({ before: 100 }),
    outcomes: AUDITORS,
  },
  'audit.listDenials': {
    method: 'GET',
    kind: 'permission',
    asks: 'audit:read',
    outcomes: AUDITORS,
  },
  'audit.verifyAuditTrail': {
    method: 'GET',
    kind: 'permission',
    asks: 'audit:read',
    outcomes: AUDITORS,
  },
}
