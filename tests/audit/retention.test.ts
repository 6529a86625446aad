/**
 * Refusals are kept for 90 days, counters, sessions and verifications until they expire, accounts that
 * nobody confirms for a week, what people did to theirs for 400 days; nothing younger goes.
 */
import { describe, expect, test } from 'vitest'
import { databaseForFile } from '../support/database'
import { sqlState } from '../support/doors'
import { startServer } from '../support/server-process'

const database = databaseForFile()

/** The age of a record → whether it stays. */
const AGES: readonly [age: string, stays: boolean][] = [
  ['1 minute', true],
  ['89 days 23 hours', true],
  ['90 days 2 minutes', false],
  ['400 days', false],
]
const KEPT = AGES.filter(([, stays]) => stays).map(([age]) => age)

async function fill(): Promise<void> {
  for (const table of ['denials', 'denial_counts', 'platform.rate_limits', ...OF_ACCOUNTS]) {
    await database().query(`delete from ${table}`)
  }
  for (const [age, stays] of AGES) {
    await database().query(
      `insert into denials (id, at, entrance, code, request_id)
       values (gen_random_uuid(), now() - $1::interval, $2, 'forbidden', 'x')`,
      [age, age],
    )
    await database().query(
      `insert into denial_counts values (now() - $1::interval, 'somebody', $2, 7)`,
      [age, age],
    )
    await database().query(
      `insert into platform.rate_limits values ($1, 3, (extract(epoch from now()) * 1000)::bigint + $2)`,
      [age, stays ? 60_000 : -60_000],
    )
  }
}

const OF_ACCOUNTS = ['auth.session', 'auth.verification', 'account_events'] as const

/** Of accounts, one of each kind that stays and one that goes; each says which it is. */
async function fillAccounts(): Promise<void> {
  await fill()
  await database().query(`delete from auth."user" where email like '%.claim.example'`)
  await database().query(`
    insert into auth.session (id, token, user_id, expires_at)
    select gen_random_uuid(), what, (select id from auth."user" limit 1), now() + age
    from (values ('stays', interval '1 minute'), ('goes', interval '-1 minute')) as a (what, age)`)
  await database().query(`
    insert into auth.verification (id, identifier, value, expires_at)
    select gen_random_uuid(), what, 'x', now() + age
    from (values ('stays', interval '1 minute'), ('goes', interval '-1 minute')) as a (what, age)`)
  await database().query(`
    insert into auth."user" (id, name, email, email_verified, created_at)
    select gen_random_uuid(), what, gen_random_uuid() || '.claim.example', verified, now() - age
    from (values ('stays', false, interval '6 days 23 hours'), ('stays', true, interval '900 days'),
      ('goes', false, interval '7 days 1 minute')) as a (what, verified, age)`)
  // Signing up left records of its own.
  await database().query('delete from account_events')
  await database().query(`
    insert into account_events (id, at, user_id, action, details)
    select gen_random_uuid(), now() - age, gen_random_uuid(), what, '{}'
    from (values ('stays', interval '399 days'), ('goes', interval '401 days')) as a (what, age)`)
}

const accountsLeft = async (): Promise<string[]> => {
  const rows = await database().query<{ what: string }>(`
    select 'session ' || token as what from auth.session
    union all select 'verification ' || identifier from auth.verification
    union all select 'account ' || name from auth."user" where email like '%.claim.example'
    union all select 'event ' || action from account_events order by 1`)
  return rows.map(({ what }) => what)
}

/** What is left, oldest last. */
async function left(): Promise<string[][]> {
  const order = AGES.map(([age]) => age)
  const read = async (sql: string) => {
    const rows = await database().query<{ age: string }>(sql)
    return rows.map(({ age }) => age).toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  }
  return [
    await read('select entrance as age from denials'),
    await read('select entrance as age from denial_counts'),
    await read('select key as age from platform.rate_limits'),
  ]
}

test('a server that starts deletes what has expired', async () => {
  await fill()
  const server = await startServer(database().url('app'))
  try {
    await expect.poll(left, { timeout: 10_000 }).toEqual([KEPT, KEPT, KEPT])
  } finally {
    await server.stop()
  }
})

describe('the app’s login', () => {
  test('deletes what has expired, and gets no other function or right for it', async () => {
    await fill()
    const app = await database().connect('app')
    const asked = await app.query('select identity.delete_expired_records() as deleted')
    expect(asked.rows).toEqual([{ deleted: 6 }])
    expect(await left()).toEqual([KEPT, KEPT, KEPT])
    for (const table of ['denials', 'denial_counts', 'platform.rate_limits']) {
      expect(await sqlState(app.query(`delete from ${table}`)), table).toBe('42501')
    }
  })

  test('deletes what has expired of accounts, and no account that belongs to an organization', async () => {
    await fillAccounts()
    const member = `select user_id from memberships order by id limit 1`
    await database().query(
      `update auth."user" set email_verified = false, created_at = now() - interval '1 year'
       where id = (${member})`,
    )
    const app = await database().connect('app')
    const asked = await app.query('select identity.delete_expired_records() as deleted')
    expect(asked.rows).toEqual([{ deleted: 6 + 4 }])
    expect(await accountsLeft()).toEqual([
      'account stays',
      'account stays',
      'event stays',
      'session stays',
      'verification stays',
    ])
    const [kept] = await database().query<{ here: boolean }>(
      `select exists (select from auth."user" where id = (${member})) as here`,
    )
    expect(kept).toEqual({ here: true })
    expect(await sqlState(app.query('delete from account_events'))).toBe('42501')
  })

  test('deletes a great many in portions', async () => {
    await fill()
    await database().query(
      `insert into denials (id, at, entrance, code, request_id)
       select gen_random_uuid(), now() - interval '91 days', 'old', 'forbidden', 'x'
       from generate_series(1, 10001)`,
    )
    const app = await database().connect('app')
    const portions: unknown[] = []
    for (let portion = 0; portion < 3; portion += 1) {
      const asked = await app.query<{ deleted: number }>(
        'select identity.delete_expired_records() as deleted',
      )
      portions.push(...asked.rows)
    }
    expect(portions).toEqual([{ deleted: 10_004 }, { deleted: 3 }, { deleted: 0 }])
    expect(await left()).toEqual([KEPT, KEPT, KEPT])
  })
})

test('the identity door itself sees and deletes expired refusals alone', async () => {
  await fill()
  await database().query('set role gatehouse_identity')
  try {
    const gone = await database().query<{ age: string }>(
      'delete from denials returning entrance as age',
    )
    expect(gone.map(({ age }) => age).toSorted()).toEqual(['400 days', '90 days 2 minutes'])
  } finally {
    await database().query('reset role')
  }
  expect((await left())[0]).toEqual(KEPT)
})
