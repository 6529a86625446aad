/**
 * What is done to roles. Nobody gives a role what they don't hold (case 21), changes one that grants
 * more than they hold, or touches the owner's.
 */
import { asRead, changed, NOT_TO_BE_CHANGED, REVIEWS, role } from './role-samples.ts'
import { REPLACEMENT_ID, REVIEWER, ROLE_BEYOND_PLAN, ROLE_ID } from './samples.ts'
import { type Change, membersOnly, RECORDED, type Rows } from './row.ts'

const MANAGERS = membersOnly({
  owner: 'ok',
  admin: 'ok',
  editor: 'forbidden',
  viewer: 'forbidden',
  billing: 'not_found',
  twoRoles: 'forbidden',
  author: 'not_found',
  otherAdmin: 'not_found',
})

const updated = (...columns: string[]): Change => ({
  table: 'public.roles',
  updated: 1,
  columns: [...columns, 'version', 'updated_at'],
})

const NEW_ROLE = { template: 'editor', name: 'Press', slug: 'press', description: 'Writes.' }

export const roleChanges: Rows = {
  'roles.createRole': {
    method: 'POST',
    kind: 'permission',
    asks: 'org:roles:write',
    data: () => NEW_ROLE,
    texts: ['name', 'description'],
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
    changes: () => [{ table: 'public.roles', inserted: 1 }, ...RECORDED],
    cases: [
      {
        title: 'with what the author does not hold (21)',
        as: 'admin',
        data: () => ({ ...NEW_ROLE, template: 'owner' }),
        outcome: 'forbidden',
      },
      {
        title: 'from nothing',
        as: 'owner',
        data: () => ({ ...NEW_ROLE, template: 'none' }),
        outcome: 'invalid_input',
      },
      {
        title: 'as the owner role',
        as: 'owner',
        data: () => ({ ...NEW_ROLE, isOwner: true }),
        outcome: 'invalid_input',
      },
      {
        title: 'under a slug that is taken',
        as: 'owner',
        data: () => ({ ...NEW_ROLE, slug: 'owner' }),
        outcome: 'conflict',
      },
      {
        title: 'under a slug that is none',
        as: 'owner',
        data: () => ({ ...NEW_ROLE, slug: 'Press Office' }),
        outcome: 'invalid_input',
      },
      {
        title: 'in a plan without roles of one’s own',
        as: 'fullOwner',
        data: () => NEW_ROLE,
        outcome: 'feature_not_in_plan',
      },
    ],
  },
  'roles.updateRole': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:roles:write',
    data: (world) => changed(world),
    ids: [ROLE_ID],
    texts: ['name', 'description'],
    outcomes: MANAGERS,
    changes: () => [
      { table: 'public.role_overrides', inserted: 1 },
      updated('description'),
      ...RECORDED,
    ],
    cases: [
      ...NOT_TO_BE_CHANGED(changed),
      {
        title: 'with what the author does not hold (21)',
        as: 'admin',
        data: (world) => changed(world, { permissions: [...REVIEWS, 'org:delete'] }),
        outcome: 'forbidden',
      },
      {
        title: 'with a bundle in place of its permissions (21)',
        as: 'owner',
        data: (world) => changed(world, { permissions: ['billing:manage'] }),
        outcome: 'invalid_input',
      },
      {
        title: 'with a permission named twice',
        as: 'owner',
        data: (world) => changed(world, { permissions: ['users:read', 'users:read'] }),
        outcome: 'invalid_input',
      },
      {
        title: 'with another slug',
        as: 'owner',
        data: (world) => changed(world, { slug: 'renamed' }),
        outcome: 'invalid_input',
      },
      {
        title: 'that takes rights from the caller, by accident',
        as: 'admin',
        data: (world) =>
          changed(world, { roleId: role(world, 'admin'), name: 'Admin', permissions: REVIEWS }),
        outcome: 'conflict',
      },
      {
        title: 'to more, in a plan without roles of one’s own (28)',
        as: 'fullOwner',
        data: (world) => changed(world, { roleId: ROLE_BEYOND_PLAN }),
        outcome: 'feature_not_in_plan',
      },
      {
        title: 'to less, in a plan without roles of one’s own',
        as: 'fullOwner',
        data: (world) =>
          changed(world, { roleId: ROLE_BEYOND_PLAN, permissions: REVIEWS.slice(1) }),
        outcome: 'ok',
        // One permission of its template, removed.
        changes: [
          { table: 'public.role_overrides', inserted: 1 },
          updated('description'),
          ...RECORDED,
        ],
      },
    ],
  },
  'roles.detachRole': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:roles:write',
    data: (world) => asRead(world, REVIEWER),
    ids: [ROLE_ID],
    outcomes: MANAGERS,
    changes: () => [
      // What it removed from its template is forgotten; what it took from it is its own now.
      { table: 'public.role_overrides', inserted: 6, deleted: 1 },
      updated('template_key'),
      ...RECORDED,
    ],
    cases: NOT_TO_BE_CHANGED((_world, named) => named),
  },
  'roles.deleteRole': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:roles:write',
    data: (world) => ({ ...asRead(world, REVIEWER), evenThoughItIsMe: false }),
    ids: [ROLE_ID, REPLACEMENT_ID],
    outcomes: MANAGERS,
    changes: () => [
      { table: 'public.roles', deleted: 1 },
      { table: 'public.role_overrides', deleted: 2 },
      ...RECORDED,
    ],
    cases: [
      ...NOT_TO_BE_CHANGED((_world, named) => named),
      {
        title: 'that the organization was founded with',
        as: 'owner',
        data: (world) => asRead(world, role(world, 'billing')),
        outcome: 'conflict',
      },
      {
        title: 'replaced by one that grants what the caller does not hold (21)',
        as: 'admin',
        data: (world) => ({ ...asRead(world, REVIEWER), replacementId: role(world, 'owner') }),
        outcome: 'forbidden',
      },
      {
        title: 'replaced by itself',
        as: 'admin',
        data: (world) => ({ ...asRead(world, REVIEWER), replacementId: REVIEWER }),
        outcome: 'conflict',
      },
    ],
  },
  'roles.setDefaultRole': {
    method: 'POST',
    kind: 'resource',
    asks: 'org:roles:assign',
    data: () => ({ roleId: REVIEWER }),
    ids: [ROLE_ID],
    outcomes: MANAGERS,
    changes: () => [{ table: 'public.roles', updated: 2, columns: ['is_default'] }, ...RECORDED],
    cases: [
      {
        title: 'to a role beyond what the plan covers (28)',
        as: 'fullOwner',
        data: () => ({ roleId: ROLE_BEYOND_PLAN }),
        outcome: 'quota_exceeded',
      },
      {
        title: 'to the owner role',
        as: 'owner',
        data: (world) => ({ roleId: role(world, 'owner') }),
        outcome: 'forbidden',
      },
    ],
  },
  'roles.previewRoleChange': {
    method: 'GET',
    kind: 'resource',
    asks: 'org:roles:write',
    data: () => ({ roleId: REVIEWER, permissions: REVIEWS }),
    ids: [ROLE_ID],
    outcomes: MANAGERS,
    cases: [
      {
        title: 'of what would be refused (21)',
        as: 'admin',
        data: () => ({ roleId: REVIEWER, permissions: ['org:delete'] }),
        outcome: 'forbidden',
      },
    ],
  },
  'roles.previewRoleDeletion': {
    method: 'GET',
    kind: 'resource',
    asks: 'org:roles:write',
    data: (world) => ({ roleId: REVIEWER, replacementId: role(world, 'viewer') }),
    ids: [ROLE_ID, REPLACEMENT_ID],
    outcomes: MANAGERS,
  },
}
