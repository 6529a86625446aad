/** Refusals are kept for 90 days, counters of attempts until they expire; nothing younger goes. */
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
  for (const table of ['denials', 'denial_counts', 'platform.rate_limits']) {
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
