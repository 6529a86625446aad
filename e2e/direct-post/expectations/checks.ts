/** The explicit check: of oneself, in an organization of one's own, and nowhere else. */
import { FERNWAY, LARKSPUR } from '../../harness/people.ts'
import type { FunctionRow, IdArgument, Rows } from './row.ts'

const ORGANIZATION_ID: IdArgument = {
  name: 'organizationId',
  table: 'public.organizations',
  foreign: () => FERNWAY,
  put: (data, organizationId) => ({ ...data, organizationId }),
}

const CHECKED: Pick<FunctionRow, 'method' | 'kind' | 'ids' | 'outcomes'> = {
  method: 'GET',
  kind: 'signed in',
  ids: [ORGANIZATION_ID],
  outcomes: {
    anonymous: 'unauthenticated',
    revoked: 'unauthenticated',
    outsider: 'not_found',
    suspended: 'not_found',
    owner: 'ok',
    admin: 'ok',
    editor: 'ok',
    viewer: 'ok',
    billing: 'ok',
    twoRoles: 'ok',
    author: 'ok',
    otherAdmin: 'not_found',
  },
}

export const checks: Rows = {
  'checks.check': {
    ...CHECKED,
    data: () => ({ organizationId: LARKSPUR, permission: 'content:publish' }),
    cases: [
      {
        title: 'of a permission that there is none of',
        as: 'owner',
        data: () => ({ organizationId: LARKSPUR, permission: '__proto__' }),
        outcome: 'invalid_input',
      },
      {
        title: 'of somebody else',
        as: 'viewer',
        data: () => ({
          organizationId: LARKSPUR,
          permission: 'org:delete',
          userId: '01900000-0000-7000-8000-000000002001',
        }),
        outcome: 'invalid_input',
      },
    ],
  },
  'checks.checkAny': {
    ...CHECKED,
    data: () => ({ organizationId: LARKSPUR, permissions: ['content:publish', 'org:delete'] }),
  },
  'checks.checkAll': {
    ...CHECKED,
    data: () => ({ organizationId: LARKSPUR, permissions: ['content:publish', 'org:delete'] }),
    cases: [
      {
        title: 'of nothing at all, which would be true',
        as: 'viewer',
        data: () => ({ organizationId: LARKSPUR, permissions: [] }),
        outcome: 'invalid_input',
      },
    ],
  },
}
