/** The dashboard: every active member; each figure only for who may read what it counts. */
import { ANY_MEMBER, type Rows } from './row.ts'

export const dashboard: Rows = {
  'dashboard.getDashboard': {
    method: 'GET',
    kind: 'member',
    outcomes: ANY_MEMBER,
  },
  'dashboard.getActivity': {
    method: 'GET',
    kind: 'member',
    outcomes: ANY_MEMBER,
  },
}
