/** The rule that an owner remains, held by the database alone: no gate of the app takes part. */
import type pg from 'pg'
import { beforeAll, describe, expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { databaseForFile } from '../support/database'
import { sqlState } from '../support/doors'
import { type TwoOwners, twoOwners } from '../support/owners'

const database = databaseForFile()
let owners: TwoOwners
let first: pg.Client
let second: pg.Client

beforeAll(async () => {
  owners = await twoOwners(database())
  await owners.reset()
  first = await database().connect('app')
  second = await database().connect('app')
})

const RULE = '23514'

/** Does this to a member in a transaction that stays open. */
async function begin(
  client: pg.Client,
  sql: string,
  memberId: string,
  opening = 'begin',
): Promise<void> {
  await client.query(opening)
  await client.query(`select set_config('app.org_id', $1, true)`, [LARKSPUR])
  await client.query(sql, [LARKSPUR, memberId])
}

const TAKE_ROLES = 'delete from member_roles where org_id = $1 and membership_id = $2'
const REMOVE = 'delete from memberships where org_id = $1 and id = $2'
const SUSPEND = `update memberships set status = 'suspended' where org_id = $1 and id = $2`

const pairs = [
  ['takes their roles', 'takes their roles', TAKE_ROLES, TAKE_ROLES],
  ['removes them', 'removes them', REMOVE, REMOVE],
  ['suspends them', 'suspends them', SUSPEND, SUSPEND],
  ['takes their roles', 'removes them', TAKE_ROLES, REMOVE],
  ['removes them', 'suspends them', REMOVE, SUSPEND],
  ['suspends them', 'takes their roles', SUSPEND, TAKE_ROLES],
] as const

describe('attack 23: of two transactions, one for each of two owners, one fails', () => {
  test.each(pairs)('when one %s and the other %s', async (_one, _other, one, other) => {
    for (let round = 0; round < 10; round += 1) {
      await owners.reset()
      await begin(first, one, owners.olivia)
      await begin(second, other, owners.tomas)
      // Both have done it and see the other as an owner still. Now both commit, at once.
      const states = await Promise.all([
        sqlState(first.query('commit')),
        sqlState(second.query('commit')),
      ])
      expect(states.toSorted(), `round ${round}`).toEqual([RULE, 'no error'])
      expect(await owners.count()).toBe(1)
    }
  })
})

describe('attack 23: a transaction that looks at the past', () => {
  test.each(['repeatable read', 'serializable'])('(%s) is refused by the rule', async (level) => {
    await owners.reset()
    for (const sql of [TAKE_ROLES, REMOVE, SUSPEND]) {
      await begin(first, sql, owners.olivia, `begin isolation level ${level}`)
      expect(await sqlState(first.query('commit'))).toBe('0A000')
      expect(await owners.count()).toBe(2)
    }
  })
})

describe('past the rule', () => {
  test.each([
    ['another role is called the owner’s', 'update roles set is_owner = false'],
    ['an ownership is moved to another person', 'update memberships set user_id = user_id'],
    ['a membership is moved to another organization', 'update memberships set org_id = org_id'],
  ])('the app’s login does not get: %s', async (_what, sql) => {
    await first.query('begin')
    await first.query(`select set_config('app.org_id', $1, true)`, [LARKSPUR])
    expect(await sqlState(first.query(sql))).toBe('42501')
    await first.query('rollback')
  })
})

describe('the last owner', () => {
  test.each([
    ['roles are taken', TAKE_ROLES],
    ['membership is ended', REMOVE],
    ['membership is suspended', SUSPEND],
  ])('stays when their %s', async (_what, sql) => {
    await owners.reset()
    await begin(first, TAKE_ROLES, owners.tomas)
    await first.query('commit')
    await begin(first, sql, owners.olivia)
    expect(await sqlState(first.query('commit'))).toBe(RULE)
    expect(await owners.count()).toBe(1)
  })

  test('may hand over within one transaction, in any order', async () => {
    await owners.reset()
    await begin(first, TAKE_ROLES, owners.tomas)
    await first.query('commit')
    await begin(first, TAKE_ROLES, owners.olivia)
    await first.query('insert into member_roles values ($1, $2, $3)', [
      LARKSPUR,
      owners.tomas,
      owners.ownerRole,
    ])
    expect(await sqlState(first.query('commit'))).toBe('no error')
    expect(await owners.count()).toBe(1)
  })

  test('goes with the whole organization', async () => {
    await owners.reset()
    await first.query('begin')
    await first.query(`select set_config('app.org_id', $1, true)`, [LARKSPUR])
    await first.query('delete from organizations where id = $1', [LARKSPUR])
    expect(await sqlState(first.query('rollback'))).toBe('no error')
  })
})
