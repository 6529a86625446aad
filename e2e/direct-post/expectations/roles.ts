/** Roles: whoever may study or assign them. */
import { membersOnly, type Rows } from './row.ts'

export const roles: Rows = {
  'roles.listRoles': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:roles:read',
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'ok',
      billing: 'forbidden',
      twoRoles: 'ok',
      author: 'forbidden',
      otherAdmin: 'ok',
    }),
  },
}
