/** The audit trail cannot be rewritten by the server, and shows it when somebody else has. */
import { beforeAll, describe, expect, test } from 'vitest'
import { LARKSPUR, TIDEWATER } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { sqlState } from '../support/doors'

const app = appForFile()
let ines: Caller // owns Tidewater Books
let length: number

beforeAll(async () => {
  ines = await app.as('ines@tidewater.example')
  const [row] = await app.database.query<{ rows: number }>(
    `select count(*)::int as rows from audit_events where org_id = $1`,
    [TIDEWATER],
  )
  length = row?.rows ?? 0
  await app.database.query('create schema kept')
  await app.database.query('create table kept.events as table audit_events')
  await app.database.query('create table kept.heads as table audit_heads')
})

const verify = async () => (await ines.call('audit.verifyAuditTrail')).result

describe('an untouched trail verifies', () => {
  test.each(['owner', 'ines@tidewater.example', 'ruth@fernway.example'])(
    'after 90 days of history, for %s',
    async (owner) => {
      const caller = await app.as(owner)
      const { result } = await caller.call('audit.verifyAuditTrail')
      expect(result.events).toBeGreaterThan(20)
      expect(result.brokenAt).toBeNull()
    },
  )

  test('after changes of every kind, made at once', async () => {
    const olivia = await app.as('owner')
    const verifyLarkspur = async () => (await olivia.call('audit.verifyAuditTrail')).result
    const before = await verifyLarkspur()
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, turn) =>
        turn % 2 === 0
          ? olivia.call('projects.createProject', { name: `Project "${turn}" – ünïcode \\ '` })
          : olivia.call('organizations.updateOrganization', { name: `Larkspur ${turn}` }),
      ),
    )
    expect(answers.map(({ code }) => code)).toEqual(answers.map(() => 'ok'))
    expect(await verifyLarkspur()).toEqual({ events: before.events + 12, brokenAt: null })
  })
})

describe('attack 47: a superuser who', () => {
  const own = `org_id = '${TIDEWATER}'`
  /** What is done to the rows of one organization, and the first row that no longer fits. */
  const tampering: readonly [what: string, sql: string, brokenAt: (length: number) => number][] = [
    ['rewrites what was done', `update audit_events set action = 'x' where seq = 7`, () => 7],
    ['rewrites who did it', `update audit_events set actor_name = 'Nobody' where seq = 7`, () => 7],
    ['blames somebody else', `update audit_events set actor_id = target_id where seq = 7`, () => 7],
    ['changes when it was', `update audit_events set at = at + '1 ms' where seq = 7`, () => 7],
    [
      'changes what it was done to',
      `update audit_events set target_id = id where seq = 7`,
      () => 7,
    ],
    [
      'renames what it was done to',
      `update audit_events set target_name = '' where seq = 1`,
      () => 1,
    ],
    ['adds to what changed', `update audit_events set after = '{"a":1}' where seq = 7`, () => 7],
    ['empties a seal', `update audit_events set mac = '' where seq = 7`, () => 7],
    [
      "copies another row's seal",
      `update audit_events set mac = (select mac from audit_events
       where ${own} and seq = 6) where seq = 7`,
      () => 7,
    ],
    ['removes a row', `delete from audit_events where seq = 7`, () => 7],
    [
      'removes a row and closes the gap',
      `delete from audit_events where seq = 7;
       update audit_events set seq = -seq where ${own} and seq > 7;
       update audit_events set seq = -seq - 1 where seq < 0 and`,
      () => 7,
    ],
    ['removes the first row', `delete from audit_events where seq = 1`, () => 1],
    [
      'removes the last row',
      `delete from audit_events where seq = (select max(seq) from audit_events
       where ${own})`,
      (rows) => rows,
    ],
    ['removes every row', `delete from audit_events where true`, () => 1],
    [
      'exchanges two rows',
      `update audit_events set seq = -seq where ${own} and seq in (7, 9);
       update audit_events set seq = 16 + seq where seq < 0`,
      () => 7,
    ],
    [
      'adds a row of their own',
      `insert into audit_events select (jsonb_populate_record(e, jsonb_build_object(
       'seq', (select max(seq) + 1 from audit_events where ${own}), 'id', gen_random_uuid()))).*
       from audit_events e where seq = 7`,
      (rows) => rows + 1,
    ],
    [
      'moves the end of the chain',
      `update audit_heads set seq = seq - 1 where true`,
      (rows) => rows + 1,
    ],
    ['removes the end of the chain', `delete from audit_heads where true`, (rows) => rows + 1],
  ]

  test.each(tampering)('%s is found out', async (_what, sql, brokenAt) => {
    try {
      await app.database.query(`${sql.replace(/ and$/, '')} and ${own}`)
      expect((await verify()).brokenAt).toBe(brokenAt(length))
    } finally {
      await restore()
    }
    expect(await verify()).toEqual({ events: length, brokenAt: null })
  })

  test('moves rows to another organization is found out in both', async () => {
    try {
      await app.database.query(
        `update audit_events set org_id = $1, seq = 100000 where org_id = $2 and seq = 7`,
        [TIDEWATER, LARKSPUR],
      )
      expect((await verify()).brokenAt).toBe(length + 1)
      const olivia = await app.as('owner')
      expect((await olivia.call('audit.verifyAuditTrail')).result.brokenAt).toBe(7)
    } finally {
      await restore()
    }
  })

  async function restore(): Promise<void> {
    await app.database.query('truncate audit_events, audit_heads')
    await app.database.query('insert into audit_events select * from kept.events')
    await app.database.query('insert into audit_heads select * from kept.heads')
  }
})

describe("attack 47: the server's own login", () => {
  const attempts = [
    `update audit_events set action = 'x'`,
    `update audit_events set mac = ''`,
    `delete from audit_events`,
    `truncate audit_events`,
    `delete from audit_heads`,
    `truncate audit_heads`,
    `alter table audit_events disable row level security`,
    `drop table audit_events`,
    `update account_events set action = 'x'`,
    `delete from account_events`,
    `truncate account_events`,
    `insert into denials (id, at, entrance, code, request_id) values (gen_random_uuid(), now(), '', '', '')`,
    `delete from denials`,
    `select * from denial_counts`,
  ]

  test.each(attempts)('may not: %s', async (sql) => {
    const login = await app.database.connect('app')
    await login.query(`select set_config('app.org_id', $1, false)`, [TIDEWATER])
    expect(await sqlState(login.query(sql))).toBe('42501')
  })
})
