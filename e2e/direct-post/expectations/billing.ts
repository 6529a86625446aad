/** The plan: read by most, changed by those who hold billing:write. */
import { ANY_MEMBER, membersOnly, RECORDED, type Rows } from './row.ts'

const HANDLERS = membersOnly({
  owner: 'ok',
  admin: 'ok',
  editor: 'forbidden',
  viewer: 'forbidden',
  billing: 'ok',
  // The union of two roles: neither of the other editors may.
  twoRoles: 'ok',
  author: 'forbidden',
  otherAdmin: 'ok',
})

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
    outcomes: HANDLERS,
    changes: () => [
      { table: 'public.organizations', updated: 1, columns: ['plan', 'updated_at'] },
      { table: 'public.invoices', inserted: 1 },
      ...RECORDED,
    ],
    cases: [
      {
        title: 'to the plan that it is on',
        as: 'owner',
        data: () => ({ plan: 'enterprise' }),
        outcome: 'conflict',
      },
    ],
  },
  'billing.getRoom': {
    method: 'GET',
    kind: 'member',
    outcomes: ANY_MEMBER,
  },
  'billing.previewPlan': {
    method: 'GET',
    kind: 'permission',
    asks: 'billing:write',
    data: () => ({ plan: 'free' }),
    outcomes: HANDLERS,
  },
}
