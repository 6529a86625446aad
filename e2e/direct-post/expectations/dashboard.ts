/** The dashboard: every active member; each figure only for who may read what it counts. */
import { membersOnly, type Rows } from './row.ts'

export const dashboard: Rows = {
  'dashboard.getDashboard': {
    method: 'GET',
    kind: 'member',
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'ok',
      billing: 'ok',
      twoRoles: 'ok',
      author: 'ok',
      otherAdmin: 'ok',
    }),
  },
  'dashboard.getActivity': {
    method: 'GET',
    kind: 'member',
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'ok',
      billing: 'ok',
      twoRoles: 'ok',
      author: 'ok',
      otherAdmin: 'ok',
    }),
  },
}
