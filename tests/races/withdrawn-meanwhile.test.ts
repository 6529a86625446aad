/** Nobody's change commits after the right to make it was withdrawn, however the two interleave. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { memberIdOf, roleIdOf } from '../support/larkspur'
import { holdLock, holdTrail, untilWaiting } from '../support/locks'
import { thingsOf } from '../support/samples'
import { setRoles } from '../support/set-roles'

const app = appForFile()
let olivia: Caller // owns Larkspur Labs
let edith: Caller // edits there
let memberId: string
let documentId: string

beforeAll(async () => {
  olivia = await app.as('owner')
  edith = await app.as('editor')
  memberId = await memberIdOf(app.database, 'editor')
  documentId = (await thingsOf(app.database, LARKSPUR)).documentId
})

beforeEach(async () => {
  const roleId = await roleIdOf(app.database, 'editor')
  const db = app.database
  await db.query(
    `insert into memberships (org_id, id, user_id) values ($1, $2, $3)
     on conflict (org_id, id) do update set status = 'active'`,
    [LARKSPUR, memberId, persona('editor').id],
  )
  await db.query('insert into member_roles values ($1, $2, $3) on conflict do nothing', [
    LARKSPUR,
    memberId,
    roleId,
  ])
})

const withdrawals: readonly [
  what: string,
  withdraw: () => Promise<{ readonly code: string }>,
  told: string,
][] = [
  [
    'is removed',
    () => olivia.call('members.removeMember', { memberId, documentsTo: null }),
    'no_membership',
  ],
  [
    'loses their roles',
    () => setRoles(app.database, olivia, { memberId, roleIds: [] }),
    'conflict',
  ],
]

const publish = () => edith.call('documents.publishDocument', { documentId, published: true })

/** The last two records of the organization, the earlier one first. */
async function lastTwo(): Promise<string[]> {
  const rows = await app.database.query<{ action: string }>(
    'select action from audit_events where org_id = $1 order by seq desc limit 2',
    [LARKSPUR],
  )
  return rows.map(({ action }) => action).toReversed()
}

async function document(): Promise<unknown> {
  // Whose hand was last on it is forgotten with their membership.
  const [row] = await app.database.query(
    `select to_jsonb(d) - 'updated_by' as document from documents d where id = $1`,
    [documentId],
  )
  return row
}

describe('attack 24: while a member changes something and', () => {
  test.each(withdrawals)(
    '%s later, the withdrawal waits for the change',
    async (_what, withdraw) => {
      const lock = await holdLock(app.database, 'select from documents where id = $1 for update', [
        documentId,
      ])
      const change = publish()
      await untilWaiting(app.database, 1)
      let withdrawn = false
      const withdrawal = withdraw().then((answer) => {
        withdrawn = true
        return answer
      })
      await untilWaiting(app.database, 2)
      expect(withdrawn, 'nothing is withdrawn while the change is under way').toBe(false)
      await lock.release()
      expect([(await change).code, (await withdrawal).code]).toEqual(['ok', 'ok'])
      const [earlier, later] = await lastTwo()
      expect(earlier).toBe('documents.publishDocument')
      expect(later).toMatch(/^members\./)
      const before = await document()
      expect((await publish()).code).toMatch(/forbidden|not_found|no_membership/)
      expect(await document()).toEqual(before)
    },
  )

  test.each(withdrawals)(
    '%s first, the change waits and is refused',
    async (_what, withdraw, told) => {
      const before = await document()
      const trail = await holdTrail(app.database)
      const withdrawal = withdraw()
      await untilWaiting(app.database, 1)
      const change = publish()
      await untilWaiting(app.database, 2)
      await trail.release()
      expect([(await withdrawal).code, (await change).code]).toEqual(['ok', told])
      expect(await document()).toEqual(before)
    },
  )

  test('is suspended first, the change waits and is refused', async () => {
    const before = await document()
    const operator = await app.database.connect('superuser')
    await operator.query('begin')
    await operator.query(`update memberships set status = 'suspended' where id = $1`, [memberId])
    const change = publish()
    await untilWaiting(app.database, 1)
    await operator.query('commit')
    expect((await change).code).toBe('no_membership')
    expect(await document()).toEqual(before)
  })

  test('a role of theirs is changed first, the change waits and is refused', async () => {
    const before = await document()
    const operator = await app.database.connect('superuser')
    await operator.query('begin')
    await operator.query(`insert into role_overrides values ($1, $2, 'content:publish', false)`, [
      LARKSPUR,
      await roleIdOf(app.database, 'editor'),
    ])
    const change = publish()
    await untilWaiting(app.database, 1)
    await operator.query('commit')
    expect((await change).code).toBe('conflict')
    expect((await publish()).code).toBe('forbidden')
    expect(await document()).toEqual(before)
  })
})
