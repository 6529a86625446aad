/** The things that the samples name. The seed gives them fixed ids, so they are written out. */
import { TIDEWATER } from '../../harness/people.ts'
import type { IdArgument } from './row.ts'

/** Larkspur's first project; it holds the author's document and seven more. */
export const PROJECT = '01900000-0000-7000-8000-000000010001'
export const ARCHIVED_PROJECT = '01900000-0000-7000-8000-000000010008'
/** A draft, first version, owned by the author, who has no role. */
export const DOCUMENT = '01900000-0000-7000-8000-000000020003'
/** In a project that is not. */
export const ARCHIVED_DOCUMENT = '01900000-0000-7000-8000-000000020005'
/** In the archived project. */
export const ARCHIVED_PROJECTS_DOCUMENT = '01900000-0000-7000-8000-000000020051'

/** Fernway's newest project, which its plan does not cover, and a document in it. */
export const PROJECT_BEYOND_PLAN = '01900000-0000-7000-8000-000000012006'
export const DOCUMENT_BEYOND_PLAN = '01900000-0000-7000-8000-000000022026'
/** Fernway's role of its own, which its plan does not cover either. */
export const ROLE_BEYOND_PLAN = '01900000-0000-7000-8000-000000030003'

const TIDEWATER_PROJECT = '01900000-0000-7000-8000-000000011001'
const TIDEWATER_DOCUMENT = '01900000-0000-7000-8000-000000021001'

/** A viewer at Larkspur who owns nothing. */
export const LEON = '01900000-0000-7000-8000-000000003013'
/** An editor at Larkspur who owns documents, some of them drafts. */
export const JOY = '01900000-0000-7000-8000-000000003012'
/** An editor at Tidewater. */
const JONAS = '01900000-0000-7000-8000-000000003003'

export const PROJECT_ID: IdArgument = {
  name: 'projectId',
  table: 'public.projects',
  foreign: () => TIDEWATER_PROJECT,
  put: (data, projectId) => ({ ...data, projectId }),
}

export const DOCUMENT_ID: IdArgument = {
  name: 'documentId',
  table: 'public.documents',
  foreign: () => TIDEWATER_DOCUMENT,
  put: (data, documentId) => ({ ...data, documentId }),
}

export const MEMBER_ID: IdArgument = {
  name: 'memberId',
  table: 'public.memberships',
  foreign: (world) => world.memberId(JONAS, TIDEWATER),
  put: (data, memberId) => ({ ...data, memberId }),
}

/** A role of Larkspur's own that nobody holds: a clone of Viewer that publishes and sees no bill. */
export const REVIEWER = '01900000-0000-7000-8000-000000030001'
const TIDEWATER_REVIEWER = '01900000-0000-7000-8000-000000030002'

export const ROLE_ID: IdArgument = {
  name: 'roleId',
  table: 'public.roles',
  foreign: () => TIDEWATER_REVIEWER,
  put: (data, roleId) => ({ ...data, roleId }),
}

export const REPLACEMENT_ID: IdArgument = {
  ...ROLE_ID,
  name: 'replacementId',
  put: (data, replacementId) => ({ ...data, replacementId }),
}

export const ROLE_IDS: IdArgument = {
  name: 'roleIds',
  table: 'public.roles',
  foreign: (world) => world.roleId('viewer', TIDEWATER),
  put: (data, id) => ({ ...data, roleIds: [id] }),
}
