/** Documents: the sample is a draft that the author owns, who holds no role at all. */
import { ACCOUNTS } from '../../harness/people.ts'
import type { Caller } from '../principals.ts'
import type { JsonObject } from '../wire.ts'
import { NO_LISTS } from './no-lists.ts'
import {
  ARCHIVED_DOCUMENT,
  ARCHIVED_PROJECT,
  ARCHIVED_PROJECTS_DOCUMENT,
  DOCUMENT,
  DOCUMENT_BEYOND_PLAN,
  DOCUMENT_ID,
  PROJECT,
  PROJECT_BEYOND_PLAN,
  PROJECT_ID,
} from './samples.ts'
import { ANY_MEMBER, type Case, type Change, membersOnly, RECORDED, type Rows } from './row.ts'

/** Whoever changes a document is the last hand on it; its author was that already. */
const documentUpdated = (caller: Caller, ...columns: string[]): readonly Change[] => [
  {
    table: 'public.documents',
    updated: 1,
    columns: caller === 'author' ? columns : [...columns, 'updated_by'],
  },
  ...RECORDED,
]

/** Owning a document lets one read and edit it, and neither publish nor delete it. */
const PUBLISHERS = membersOnly({
  owner: 'ok',
  admin: 'ok',
  editor: 'ok',
  viewer: 'forbidden',
  billing: 'not_found',
  twoRoles: 'ok',
  author: 'forbidden',
  otherAdmin: 'not_found',
})

/** What an archived project holds is read, and not changed by anybody. */
const inAnArchivedProject = (rest: JsonObject): Case => ({
  title: 'in an archived project',
  as: 'owner',
  data: () => ({ documentId: ARCHIVED_PROJECTS_DOCUMENT, ...rest }),
  outcome: 'conflict',
})

/** So is what a project holds that the plan does not cover. */
const inAProjectBeyondThePlan = (rest: JsonObject): Case => ({
  title: 'in a project beyond what the plan covers (28)',
  as: 'fullOwner',
  data: () => ({ documentId: DOCUMENT_BEYOND_PLAN, ...rest }),
  outcome: 'quota_exceeded',
})

export const documents: Rows = {
  'documents.listDocuments': {
    method: 'GET',
    kind: 'member',
    widest: {},
    data: () => ({
      search: 'a',
      status: 'draft',
      owner: 'me',
      projectId: PROJECT,
      sort: '-title',
      page: 1,
    }),
    texts: ['search'],
    narrows: [PROJECT_ID],
    cases: [
      ...NO_LISTS,
      {
        title: "another person's, by an id",
        as: 'author',
        data: () => ({ owner: ACCOUNTS.owner.userId }),
        outcome: 'invalid_input',
      },
      {
        title: 'of a project that is no id',
        as: 'owner',
        data: () => ({ projectId: "' or true --" }),
        outcome: 'invalid_input',
      },
      {
        title: 'without saying which: the first page of all',
        as: 'author',
        data: () => ({}),
        outcome: 'ok',
      },
    ],
    outcomes: ANY_MEMBER,
  },
  'documents.getDocument': {
    method: 'GET',
    kind: 'resource',
    asks: 'content:read',
    data: () => ({ documentId: DOCUMENT }),
    ids: [DOCUMENT_ID],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'ok',
      billing: 'not_found',
      twoRoles: 'ok',
      author: 'ok',
      otherAdmin: 'not_found',
    }),
  },
  'documents.createDocument': {
    method: 'POST',
    kind: 'resource',
    asks: 'content:write',
    data: () => ({ projectId: PROJECT, title: 'A new document', body: 'Its text.' }),
    // Case 16: a child under another tenant's parent.
    ids: [PROJECT_ID],
    texts: ['title', 'body'],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'forbidden',
      billing: 'not_found',
      twoRoles: 'ok',
      author: 'not_found',
      otherAdmin: 'not_found',
    }),
    changes: () => [
      { table: 'public.documents', inserted: 1 },
      // Counted by the month; the seed has begun this one.
      { table: 'public.document_months', updated: 1, columns: ['created'] },
      ...RECORDED,
    ],
    cases: [
      {
        title: 'in an archived project',
        as: 'owner',
        data: () => ({ projectId: ARCHIVED_PROJECT, title: 'Too late', body: '' }),
        outcome: 'conflict',
      },
      {
        title: 'in a project beyond what the plan covers (28)',
        as: 'fullOwner',
        data: () => ({ projectId: PROJECT_BEYOND_PLAN, title: 'New', body: '' }),
        outcome: 'quota_exceeded',
      },
    ],
  },
  'documents.updateDocument': {
    method: 'POST',
    kind: 'resource',
    asks: 'content:write',
    data: () => ({ documentId: DOCUMENT, title: 'Another title', body: 'Other text.', version: 1 }),
    ids: [DOCUMENT_ID],
    texts: ['title', 'body'],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'ok',
      viewer: 'forbidden',
      billing: 'not_found',
      twoRoles: 'ok',
      author: 'ok',
      otherAdmin: 'not_found',
    }),
    changes: (caller) => documentUpdated(caller, 'title', 'body', 'version', 'updated_at'),
    cases: [
      {
        title: 'based on a version that somebody has saved over',
        as: 'owner',
        data: () => ({ documentId: DOCUMENT, title: 'Late', body: '', version: 7 }),
        outcome: 'conflict',
      },
      inAnArchivedProject({ title: 'Too late', body: '', version: 1 }),
      inAProjectBeyondThePlan({ title: 'Other', body: '', version: 1 }),
    ],
  },
  'documents.publishDocument': {
    method: 'POST',
    kind: 'resource',
    asks: 'content:publish',
    data: () => ({ documentId: DOCUMENT, published: true }),
    ids: [DOCUMENT_ID],
    outcomes: PUBLISHERS,
    cases: [
      inAnArchivedProject({ published: true }),
      inAProjectBeyondThePlan({ published: true }),
      {
        title: 'that is archived',
        as: 'owner',
        data: () => ({ documentId: ARCHIVED_DOCUMENT, published: true }),
        outcome: 'conflict',
      },
    ],
    changes: (caller) => documentUpdated(caller, 'status', 'published_at', 'updated_at'),
  },
  'documents.archiveDocument': {
    method: 'POST',
    kind: 'resource',
    asks: 'content:publish',
    data: () => ({ documentId: DOCUMENT, archived: true }),
    ids: [DOCUMENT_ID],
    outcomes: PUBLISHERS,
    cases: [inAnArchivedProject({ archived: true }), inAProjectBeyondThePlan({ archived: true })],
    changes: (caller) => documentUpdated(caller, 'status', 'updated_at'),
  },
  'documents.deleteDocument': {
    method: 'POST',
    kind: 'resource',
    asks: 'content:delete',
    data: () => ({ documentId: DOCUMENT }),
    ids: [DOCUMENT_ID],
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'forbidden',
      viewer: 'forbidden',
      billing: 'not_found',
      twoRoles: 'forbidden',
      author: 'forbidden',
      otherAdmin: 'not_found',
    }),
    changes: () => [{ table: 'public.documents', deleted: 1 }, ...RECORDED],
    cases: [inAnArchivedProject({})],
  },
}
