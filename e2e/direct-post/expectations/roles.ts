/** Roles: whoever may study or assign them. */
import { membersOnly, type Rows } from './row.ts'

const WHO_STUDIES_ROLES = membersOnly({
  owner: 'ok',
  admin: 'ok',
  editor: 'ok',
  viewer: 'ok',
  billing: 'forbidden',
  twoRoles: 'ok',
  author: 'forbidden',
  otherAdmin: 'ok',
})

export const roles: Rows = {
  'roles.listRoles': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:roles:read',
    outcomes: WHO_STUDIES_ROLES,
  },
  'roles.listGuards': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:roles:read',
    outcomes: WHO_STUDIES_ROLES,
  },
  'roles.listGranters': {
    method: 'GET',
    kind: 'member',
    data: () => ({ permission: 'content:publish' }),
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
