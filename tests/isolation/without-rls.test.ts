/**
 * The other wall, alone: with row level security switched off in this file's database, the app's
 * own checks and predicates still keep every organization to itself.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '~/platform/ids'
import { FERNWAY, LARKSPUR, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import type { Database } from '../support/database'
import { digestOf, digestOfOthers } from '../support/digest'
import type { FunctionName } from '../support/functions'
import {
  FUNCTION_NAMES,
  IDS,
  NOT_THE_OWNERS,
  SAMPLES,
  type Things,
  thingsOf,
} from '../support/samples'

const app = appForFile({}, tearDownTheWalls)
let olivia: Caller // owns Larkspur Labs
let larkspur: Things
let tidewater: Things

async function tearDownTheWalls(database: Database): Promise<void> {
  await database.query(`do $$ declare t regclass; begin
    for t in select oid from pg_class where relrowsecurity loop
      execute format('alter table %s no force row level security, disable row level security', t);
    end loop; end $$`)
}

beforeAll(async () => {
  olivia = await app.as('owner')
  larkspur = await thingsOf(app.database, LARKSPUR)
  tidewater = await thingsOf(app.database, TIDEWATER)
})

test("in this database the server's login sees every organization's rows", async () => {
  const login = await app.database.connect('app')
  const { rows } = await login.query('select distinct org_id from documents order by 1')
  expect(rows).toEqual([LARKSPUR, TIDEWATER, FERNWAY].map((org_id) => ({ org_id })))
})

interface Swap {
  readonly name: FunctionName
  readonly id: (typeof IDS)[number]
}

/** Every id argument of every function: where the sample changes when the thing does. */
const swaps: readonly Swap[] = FUNCTION_NAMES.flatMap((name) => {
  const placeholder = Object.fromEntries(IDS.map((id) => [id, 'own'])) as unknown as Things // only compared
  const own = JSON.stringify(SAMPLES[name](placeholder))
  return IDS.filter(
    (id) => JSON.stringify(SAMPLES[name]({ ...placeholder, [id]: 'other' })) !== own,
  ).map((id) => ({ name, id }))
})

test('there are id arguments of every kind to swap', () => {
  expect(new Set(swaps.map(({ id }) => id))).toEqual(new Set(IDS))
  expect(swaps.length).toBeGreaterThan(15)
})

describe('attack 13: the owner of one organization, with an id of another', () => {
  test.each(swaps)('is told by $name that $id names nothing', async ({ name, id }) => {
    const before = await digestOf(app.database)
    const foreign = SAMPLES[name]({ ...larkspur, [id]: tidewater[id] })
    const random = SAMPLES[name]({ ...larkspur, [id]: newId() })
    const answer = await olivia.attack(name, foreign)
    // A list that is narrowed by it is as empty as by any other id; the rest isn't there.
    const refusal = /\.list/.test(name) ? [200, 'ok'] : [404, 'not_found']
    expect([answer.status, answer.code]).toEqual(refusal)
    expect(answer.body).toBe((await olivia.attack(name, random)).body)
    expect(await digestOf(app.database)).toEqual(before)
  })
})

describe('attack 19: what is read in one organization', () => {
  const reads = FUNCTION_NAMES.filter(
    (name) => /\.(get|list|verify)/.test(name) && !name.startsWith('demo.'),
  )

  test.each(reads)('%s holds no id of another', async (name) => {
    const answer = await olivia.attack(name, SAMPLES[name](larkspur))
    expect(answer.code).toBe('ok')
    const foreign = await foreignIds()
    expect(foreign.filter((id) => answer.body.includes(id))).toEqual([])
  })

  test('the export holds no id of another', async () => {
    const exported = await (await olivia.request('/api/audit-export')).text()
    expect(exported).toContain(LARKSPUR)
    expect((await foreignIds()).filter((id) => exported.includes(id))).toEqual([])
  })

  test('the figures count the own rows alone', async () => {
    const [rows] = await app.database.query<{
      projects: number
      documents: number
      members: number
    }>(
      `select (select count(*)::int from projects where org_id = $1) as projects,
         (select count(*)::int from documents where org_id = $1) as documents,
         (select count(*)::int from memberships where org_id = $1) as members`,
      [LARKSPUR],
    )
    expect((await olivia.call('dashboard.getDashboard')).result).toMatchObject({ ...rows })
    const { usage } = (await olivia.call('billing.getBilling')).result
    const [used] = await app.database.query<Record<string, number>>(
      `select (select count(*)::int from memberships where org_id = $1)
           + (select count(*)::int from invitations where org_id = $1) as members,
         (select count(*)::int from projects where org_id = $1) as projects,
         (select created from document_months where org_id = $1
           and month = date_trunc('month', now() at time zone 'UTC')::date) as documents,
         (select count(*)::int from roles where org_id = $1 and is_custom) as "custom-roles"`,
      [LARKSPUR],
    )
    expect(Object.fromEntries(usage.map((one) => [one.quota, one.used]))).toEqual(used)
    const roles = (await olivia.call('roles.listRoles')).result
    expect(roles).toHaveLength(6)
    expect((await olivia.call('organizations.getOrganization')).result.members).toBe(rows?.members)
  })
})

test('attack 17: whatever the owner of one organization changes, no row of another does', async () => {
  const before = await digestOfOthers(app.database, LARKSPUR)
  const ends: FunctionName = 'organizations.deleteOrganization'
  const changes = FUNCTION_NAMES.filter(
    (name) => !/\.(get|list|verify)|^(account|demo)\./.test(name),
  )
  for (const name of [...changes.filter((one) => one !== ends && !ELSEWHERE.has(one)), ends]) {
    const things = await thingsOf(app.database, LARKSPUR)
    const answer = await olivia.attack(name, SAMPLES[name](things))
    expect(answer.code, name).toBe('ok')
    expect(await digestOfOthers(app.database, LARKSPUR), name).toEqual(before)
  }
})

/** Makes or enters an organization instead of changing the active one, or cannot be done by its owner. */
const ELSEWHERE: ReadonlySet<FunctionName> = new Set<FunctionName>([
  'organizations.createOrganization',
  'organizations.switchOrganization',
  ...NOT_THE_OWNERS,
  // By a token that is made anew for each; tests/invitations makes some.
  'invitations.acceptInvitation',
  'invitations.joinAsNewPerson',
  'invitations.previewInvitation',
])

/** The ids of every row that belongs to another organization. */
async function foreignIds(): Promise<string[]> {
  const tables = ['projects', 'documents', 'memberships', 'roles', 'audit_events']
  const rows = await app.database.query<{ id: string }>(
    tables.map((table) => `select id from ${table} where org_id <> $1`).join(' union all '),
    [LARKSPUR],
  )
  return [...rows.map(({ id }) => id), TIDEWATER, FERNWAY]
}
