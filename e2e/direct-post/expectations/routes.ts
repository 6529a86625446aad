/** The server routes that aren't pages. Pages hold no data of their own: their functions do. */
import type { Outcome } from '../outcome.ts'
import { type Principal, PRINCIPALS } from '../principals.ts'
import { membersOnly } from './row.ts'

export interface RouteRow {
  readonly methods: readonly string[]
  readonly kind: 'public' | 'permission'
  /** The address that is asked for, where the route's path is a pattern. */
  readonly at?: string
  /** What a good answer must look like, so that a page in its place doesn't count. */
  readonly contentType?: RegExp
  readonly outcomes: Readonly<Record<Principal, Outcome>>
}

const everybody = (outcome: Outcome): RouteRow['outcomes'] =>
  // One entry for each principal, by construction.
  Object.fromEntries(PRINCIPALS.map((principal) => [principal, outcome])) as RouteRow['outcomes']

export const ROUTE_ROWS: Readonly<Record<string, RouteRow>> = {
  '/healthz': {
    methods: ['GET'],
    kind: 'public',
    contentType: /json/,
    outcomes: everybody('ok'),
  },
  '/readyz': {
    methods: ['GET'],
    kind: 'public',
    contentType: /json/,
    outcomes: everybody('ok'),
  },
  '/api/auth/$': {
    methods: ['ANY'],
    kind: 'public',
    // Its endpoints have a table of their own; whatever isn't in it isn't there.
    at: '/api/auth/get-session',
    outcomes: everybody('not_found'),
  },
  '/api/audit-export': {
    methods: ['GET'],
    kind: 'permission',
    contentType: /x-ndjson/,
    outcomes: membersOnly({
      owner: 'ok',
      admin: 'ok',
      editor: 'forbidden',
      viewer: 'forbidden',
      billing: 'forbidden',
      twoRoles: 'forbidden',
      author: 'forbidden',
      // An admin holds the permissions; their organization's plan lacks the feature.
      otherAdmin: 'feature_not_in_plan',
    }),
  },
}
