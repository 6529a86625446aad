/** Roles, read: studied by members, compared, and whom to ask told to everybody. */
import { LARKSPUR } from '../../harness/people.ts'
import { REVIEWER, ROLE_ID } from './samples.ts'
import { ANY_MEMBER, membersOnly, type Rows } from './row.ts'

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
  'roles.getRole': {
    method: 'GET',
    kind: 'resource',
    asks: 'org:roles:read',
    data: () => ({ roleId: REVIEWER }),
    ids: [ROLE_ID],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'ok',
      billing: 'not_found',
      twoRoles: 'ok',
      author: 'not_found',
      otherAdmin: 'not_found',
    }),
  },
  'roles.listPermissions': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:roles:read',
    outcomes: WHO_STUDIES_ROLES,
  },
  'roles.getPermission': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:roles:read',
    data: () => ({ permission: 'content:publish' }),
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
    outcomes: ANY_MEMBER,
  },
  'roles.compareRoles': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:roles:read',
    data: (world) => ({ firstId: REVIEWER, secondId: world.roleId('viewer', LARKSPUR) }),
    ids: [
      { ...ROLE_ID, name: 'firstId', put: (data, firstId) => ({ ...data, firstId }) },
      { ...ROLE_ID, name: 'secondId', put: (data, secondId) => ({ ...data, secondId }) },
    ],
    outcomes: { ...WHO_STUDIES_ROLES, otherAdmin: 'not_found' },
  },
}
