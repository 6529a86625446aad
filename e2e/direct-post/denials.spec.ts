/**
 * Every refusal is on record: who, where, by which layer, for want of what. One sample for each
 * layer that refuses for a person's rights and for each way there, on a server that nobody else
 * asks, so that nothing else is on record there and no flood is only counted.
 */
import { expect, test as base } from '@playwright/test'
import type { Call } from '../harness/http.ts'
import { ACCOUNTS, LARKSPUR, TIDEWATER } from '../harness/people.ts'
import { ownTarget } from './fixtures.ts'
import { expectOutcome, type Refused } from './outcome.ts'
import { accountOf, type Caller } from './principals.ts'
import { callWith, sampleCall, subjectOf } from './subjects.ts'
import type { Target } from './target.ts'

const test = base.extend<object, { fresh: Target }>({ fresh: ownTarget() })

interface Sample {
  readonly entrance: string
  readonly as: Caller
  readonly outcome: Refused
  /** In which organization it is on record; for nobody's and an outsider's, in none. */
  readonly org: string | null
  /** Refused before anybody asked who it is: on record as nobody's. */
  readonly unasked?: true
  readonly permission?: string
  /** Where it is on record, when that is not the entrance itself. */
  readonly under?: string
  readonly call?: (target: Target) => Call | Promise<Call>
}

const page = (path: string, as: Caller) => (target: Target) => ({
  method: 'GET',
  path,
  headers: target.cookies(as),
})

const SAMPLES: readonly Sample[] = [
  {
    entrance: 'projects.updateProject, from another site',
    as: 'owner',
    outcome: 'csrf',
    org: null,
    unasked: true,
    under: '/_serverFn/',
    call: (target) =>
      sampleCall(subjectOf('projects.updateProject'), target, 'owner', {
        'sec-fetch-site': 'cross-site',
      }),
  },
  { entrance: 'account.listSessions', as: 'anonymous', outcome: 'unauthenticated', org: null },
  { entrance: 'projects.listProjects', as: 'revoked', outcome: 'unauthenticated', org: null },
  { entrance: 'documents.listDocuments', as: 'outsider', outcome: 'no_membership', org: null },
  { entrance: 'documents.listDocuments', as: 'suspended', outcome: 'no_membership', org: LARKSPUR },
  {
    entrance: 'projects.createProject',
    as: 'viewer',
    outcome: 'forbidden',
    org: LARKSPUR,
    permission: 'projects:write',
  },
  {
    entrance: 'documents.publishDocument',
    as: 'viewer',
    outcome: 'forbidden',
    org: LARKSPUR,
    permission: 'content:publish',
  },
  { entrance: 'documents.getDocument', as: 'billing', outcome: 'not_found', org: LARKSPUR },
  { entrance: 'documents.updateDocument', as: 'otherAdmin', outcome: 'not_found', org: TIDEWATER },
  {
    entrance: 'projects.getProject, with no id',
    as: 'owner',
    outcome: 'not_found',
    org: LARKSPUR,
    under: 'projects.getProject',
    call: (target) => callWith(subjectOf('projects.getProject'), target, 'owner', {}),
  },
  { entrance: 'account.revokeSession', as: 'editor', outcome: 'not_found', org: LARKSPUR },
  {
    entrance: 'projects.createProject',
    as: 'fullOwner',
    outcome: 'quota_exceeded',
    org: ACCOUNTS.fullOwner.organization,
  },
  {
    entrance: '/_serverFn/projects.nobody',
    as: 'anonymous',
    outcome: 'not_found',
    org: null,
    under: '/_serverFn/',
    call: (target) => ({
      method: 'POST',
      path: '/_serverFn/projects.nobody',
      headers: { 'sec-fetch-site': 'same-origin', ...target.cookies('anonymous') },
    }),
  },
  ...(
    [
      ['anonymous', 'unauthenticated', null],
      ['outsider', 'no_membership', null],
      ['otherAdmin', 'feature_not_in_plan', TIDEWATER],
    ] as const
  ).map(([as, outcome, org]) => ({
    entrance: '/api/audit-export',
    as,
    outcome,
    org,
    call: page('/api/audit-export', as),
  })),
  {
    entrance: '/api/audit-export',
    as: 'editor',
    outcome: 'forbidden',
    org: LARKSPUR,
    permission: 'audit:read',
    call: page('/api/audit-export', 'editor'),
  },
  {
    entrance: '/api/auth/get-session',
    as: 'owner',
    outcome: 'not_found',
    org: null,
    unasked: true,
    under: '/api/auth/',
    call: page('/api/auth/get-session', 'owner'),
  },
]

for (const { entrance, as, outcome, org, unasked, permission, under, call } of SAMPLES) {
  test(`${entrance} as ${as}: the refusal (${outcome}) is on record`, async ({ fresh }) => {
    const what = `${entrance} as ${as}`
    await fresh.db.query('delete from public.denials')
    const made = call?.(fresh) ?? sampleCall(subjectOf(entrance), fresh, as)
    expectOutcome(await fresh.send(await made), outcome, what)
    const { rows } = await fresh.db.query(
      'select entrance, code, permission, org_id, user_id from public.denials',
    )
    expect(rows, `${what}: the denial log should have it`).toEqual([
      {
        entrance: under ?? entrance,
        code: outcome,
        permission: permission ?? null,
        org_id: org,
        user_id: unasked === true ? null : (accountOf(as)?.userId ?? null),
      },
    ])
    expect(await fresh.changedTables(), `${what}: the tables that changed all the same`).toEqual([])
  })
}

test('addresses of pages, which hold ids and tokens, are not on record', async ({ fresh }) => {
  await fresh.db.query('delete from public.denials')
  const secret = 'qT4vL2mZr5Yw1Kx9'
  const headers = { origin: 'http://evil.example' }
  const doors = ['reset', 'verify', 'invite', '%72eset', 'made-up', 'api/auth', '_serverFn', 'api']
  for (const door of doors) {
    const page = await fresh.send({ method: 'GET', path: `/${door}/${secret}`, headers })
    expectOutcome(page, 'csrf', `/${door}/… from another site`)
    const post = { method: 'POST', path: `/${door}/${secret}`, headers }
    expect((await fresh.send(post)).status, `POST /${door}/…`).toBeGreaterThanOrEqual(400)
  }
  const { rows } = await fresh.db.query<{ entrance: string }>(
    'select distinct entrance from public.denials order by 1',
  )
  expect(rows.map(({ entrance }) => entrance)).toEqual(['/*', '/_serverFn/', '/api/auth/'])
})
