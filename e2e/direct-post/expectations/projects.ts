/** Projects: without projects:read one may not know that they exist. */
import { NO_LISTS } from './no-lists.ts'
import { ARCHIVED_PROJECT, PROJECT, PROJECT_BEYOND_PLAN, PROJECT_ID } from './samples.ts'
import { type Change, membersOnly, RECORDED, type Rows } from './row.ts'

const projectUpdated = (...columns: string[]): readonly Change[] => [
  { table: 'public.projects', updated: 1, columns },
  ...RECORDED,
]

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

export const projects: Rows = {
  'projects.listProjects': {
    method: 'GET',
    kind: 'permission',
    asks: 'projects:read',
    widest: {},
    data: () => ({ search: 'a', status: 'active', sort: '-updated', page: 1 }),
    texts: ['search'],
    cases: NO_LISTS,
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
  'projects.getProject': {
    method: 'GET',
    kind: 'resource',
    asks: 'projects:read',
    data: () => ({ projectId: PROJECT }),
    ids: [PROJECT_ID],
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
  'projects.createProject': {
    method: 'POST',
    kind: 'permission',
    asks: 'projects:write',
    data: () => ({ name: 'A new project', description: 'What it is for.' }),
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
    changes: () => [{ table: 'public.projects', inserted: 1 }, ...RECORDED],
    cases: [
      {
        title: 'beyond what the plan allows',
        as: 'fullOwner',
        data: () => ({ name: 'One too many', description: '' }),
        outcome: 'quota_exceeded',
      },
    ],
  },
  'projects.updateProject': {
    method: 'POST',
    kind: 'resource',
    asks: 'projects:write',
    data: () => ({ projectId: PROJECT, name: 'Renamed', description: 'Rewritten.' }),
    ids: [PROJECT_ID],
    texts: ['name', 'description'],
    outcomes: MANAGERS,
    changes: () => projectUpdated('name', 'description', 'updated_at'),
    cases: [
      {
        title: 'that is archived',
        as: 'owner',
        data: () => ({ projectId: ARCHIVED_PROJECT, name: 'Too late', description: '' }),
        outcome: 'conflict',
      },
      {
        title: 'beyond what the plan covers (28)',
        as: 'fullOwner',
        data: () => ({ projectId: PROJECT_BEYOND_PLAN, name: 'Renamed', description: '' }),
        outcome: 'quota_exceeded',
      },
    ],
  },
  'projects.archiveProject': {
    method: 'POST',
    kind: 'resource',
    asks: 'projects:write',
    data: () => ({ projectId: PROJECT, archived: true }),
    ids: [PROJECT_ID],
    outcomes: MANAGERS,
    changes: () => projectUpdated('status', 'updated_at'),
    cases: [
      {
        title: 'beyond what the plan covers (28)',
        as: 'fullOwner',
        data: () => ({ projectId: PROJECT_BEYOND_PLAN, archived: true }),
        outcome: 'quota_exceeded',
      },
    ],
  },
  'projects.deleteProject': {
    method: 'POST',
    kind: 'resource',
    asks: 'projects:delete',
    data: () => ({ projectId: PROJECT }),
    ids: [PROJECT_ID],
    outcomes: MANAGERS,
    changes: () => [
      { table: 'public.projects', deleted: 1 },
      { table: 'public.documents', deleted: 8 },
      ...RECORDED,
    ],
    cases: [
      {
        title: 'beyond what the plan covers, which is the way back under its limit (28)',
        as: 'fullOwner',
        data: () => ({ projectId: PROJECT_BEYOND_PLAN }),
        outcome: 'ok',
        changes: [
          { table: 'public.projects', deleted: 1 },
          { table: 'public.documents', deleted: 3 },
          ...RECORDED,
        ],
      },
    ],
  },
}
