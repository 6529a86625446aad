/** Organizations: made by any account, entered by active members, changed by who may. */
import { FERNWAY, LARKSPUR, TIDEWATER } from '../../harness/people.ts'
import { ANYBODY_SIGNED_IN, membersOnly, NOTED, RECORDED, type Rows } from './row.ts'

export const organizations: Rows = {
  'organizations.createOrganization': {
    method: 'POST',
    kind: 'signed in',
    data: () => ({ name: 'A new organization' }),
    texts: ['name'],
    outcomes: ANYBODY_SIGNED_IN,
    changes: () => [
      { table: 'public.organizations', inserted: 1 },
      { table: 'public.memberships', inserted: 1 },
      { table: 'public.roles', inserted: 5 },
      { table: 'public.member_roles', inserted: 1 },
      { table: 'public.audit_events', inserted: 1 },
      { table: 'public.audit_heads', inserted: 1 },
      { table: 'auth.session', updated: 1, columns: ['active_organization_id'] },
      NOTED,
    ],
  },
  'organizations.switchOrganization': {
    method: 'POST',
    kind: 'signed in',
    data: () => ({ organizationId: LARKSPUR }),
    ids: [
      {
        name: 'organizationId',
        table: 'public.organizations',
        foreign: () => FERNWAY,
        put: (data, organizationId) => ({ ...data, organizationId }),
      },
    ],
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
    // They work there already.
    changes: () => [NOTED],
    cases: [
      {
        title: 'to another of one’s own',
        as: 'consultant',
        data: () => ({ organizationId: TIDEWATER }),
        outcome: 'ok',
        changes: [
          { table: 'auth.session', updated: 1, columns: ['active_organization_id'] },
          NOTED,
        ],
      },
    ],
  },
  'organizations.getOrganization': {
    method: 'GET',
    kind: 'permission',
    asks: 'org:settings:read',
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
  'organizations.updateOrganization': {
    method: 'POST',
    kind: 'permission',
    asks: 'org:settings:write',
    data: () => ({ name: 'Renamed' }),
    texts: ['name'],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'forbidden',
      viewer: 'forbidden',
      billing: 'forbidden',
      twoRoles: 'forbidden',
      author: 'forbidden',
      otherAdmin: 'ok',
    }),
    changes: () => [
      { table: 'public.organizations', updated: 1, columns: ['name', 'updated_at'] },
      ...RECORDED,
    ],
  },
  'organizations.deleteOrganization': {
    method: 'POST',
    kind: 'permission',
    asks: 'org:delete',
    data: () => ({ confirmName: 'Larkspur Labs' }),
    texts: ['confirmName'],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'forbidden',
      editor: 'forbidden',
      viewer: 'forbidden',
      billing: 'forbidden',
      twoRoles: 'forbidden',
      author: 'forbidden',
      otherAdmin: 'forbidden',
    }),
    changes: () => [
      { table: 'public.organizations', deleted: 1 },
      { table: 'public.memberships', deleted: 'all' },
      { table: 'public.roles', deleted: 'all' },
      { table: 'public.member_roles', deleted: 'all' },
      { table: 'public.projects', deleted: 'all' },
      { table: 'public.documents', deleted: 'all' },
      ...RECORDED,
    ],
    cases: [
      {
        title: 'without typing its name',
        as: 'owner',
        data: () => ({ confirmName: 'larkspur labs' }),
        outcome: 'invalid_input',
      },
    ],
  },
}
