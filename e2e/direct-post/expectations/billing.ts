/** The plan: read by most, changed by those who hold billing:write. */
import { membersOnly, RECORDED, type Rows } from './row.ts'

export const billing: Rows = {
  'billing.getBilling': {
    method: 'GET',
    kind: 'permission',
    asks: 'billing:read',
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
  'billing.changePlan': {
    method: 'POST',
    kind: 'permission',
    asks: 'billing:write',
    data: () => ({ plan: 'free' }),
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'forbidden',
      viewer: 'forbidden',
      billing: 'ok',
      // The union of two roles: neither of the other editors may.
      twoRoles: 'ok',
      author: 'forbidden',
      otherAdmin: 'ok',
    }),
    changes: () => [
      { table: 'public.organizations', updated: 1, columns: ['plan', 'updated_at'] },
      ...RECORDED,
    ],
  },
}
