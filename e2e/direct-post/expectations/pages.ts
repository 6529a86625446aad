/**
 * The pages, and where they lead people who may not read them. Pages are rendered on the server,
 * so each is an entrance to what its functions read: a refusal must not come with the data.
 */
import type { Principal } from '../principals.ts'
import { DOCUMENT, PROJECT } from './samples.ts'

/** `page`: rendered; `not found`: rendered as such; anything else is where it leads. */
export type Arrival = 'page' | 'not found' | '/login' | '/welcome' | '/unauthorized'

type Asked = Extract<
  Principal,
  | 'anonymous'
  | 'revoked'
  | 'outsider'
  | 'suspended'
  | 'viewer'
  | 'billing'
  | 'author'
  | 'otherAdmin'
>

export interface PageRow {
  readonly path: string
  readonly arrivals: Readonly<Record<Asked, Arrival>>
}

/** Nobody without an active membership gets to a page of an organization. */
function membersPage(
  path: string,
  arrivals: Readonly<Record<'viewer' | 'billing' | 'author' | 'otherAdmin', Arrival>>,
): PageRow {
  return {
    path,
    arrivals: {
      anonymous: '/login',
      revoked: '/login',
      outsider: '/welcome',
      suspended: '/welcome',
      ...arrivals,
    },
  }
}

/** Pages for every account. */
function ownPage(path: string): PageRow {
  return {
    path,
    arrivals: {
      anonymous: '/login',
      revoked: '/login',
      outsider: 'page',
      suspended: 'page',
      viewer: 'page',
      billing: 'page',
      author: 'page',
      otherAdmin: 'page',
    },
  }
}

const ALL = { viewer: 'page', billing: 'page', author: 'page', otherAdmin: 'page' } as const
const READERS = {
  viewer: 'page',
  billing: '/unauthorized',
  author: '/unauthorized',
  otherAdmin: 'page',
} as const
const AUDITORS = { ...READERS, viewer: '/unauthorized' } as const

export const PAGES: readonly PageRow[] = [
  ownPage('/account'),
  ownPage('/welcome'),
  membersPage('/', ALL),
  membersPage('/documents', ALL),
  membersPage(`/documents/${DOCUMENT}`, {
    viewer: 'page',
    billing: 'not found',
    author: 'page',
    otherAdmin: 'not found',
  }),
  membersPage(`/documents/${DOCUMENT}/edit`, {
    viewer: '/unauthorized',
    billing: 'not found',
    author: 'page',
    otherAdmin: 'not found',
  }),
  membersPage('/projects', READERS),
  membersPage(`/projects/${PROJECT}`, {
    viewer: 'page',
    billing: 'not found',
    author: 'not found',
    otherAdmin: 'not found',
  }),
  membersPage(`/projects/${PROJECT}/new-document`, {
    // Writing is asked for before the project is: the answer tells nothing of the one named here.
    viewer: '/unauthorized',
    billing: '/unauthorized',
    author: '/unauthorized',
    otherAdmin: 'not found',
  }),
  membersPage('/members', { ...ALL, author: '/unauthorized' }),
  membersPage('/invitations', AUDITORS),
  membersPage('/roles', READERS),
  membersPage('/matrix', READERS),
  membersPage('/settings', READERS),
  membersPage('/billing', { ...ALL, author: '/unauthorized' }),
  membersPage('/audit', AUDITORS),
  membersPage('/audit/denials', AUDITORS),
]
