/** Attack 26, at the same moment: who loses the right to give a role gives it to nobody any more. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { leaveRoles, memberIdOf, roleIdOf } from '../support/larkspur'
import { holdTrail, untilWaiting } from '../support/locks'
import { tokenMailedTo } from '../support/mails'
import { setRoles } from '../support/set-roles'

const app = appForFile()
const OTTO = persona('outsider')
let olivia: Caller // owns Larkspur Labs
let adam: Caller // admin there, who invites
let otto: Caller // is invited
let adamId: string
let admin: string
let viewer: string

beforeAll(async () => {
  olivia = await app.as('owner')
  adam = await app.as('admin')
  otto = await app.as('outsider')
  adamId = await memberIdOf(app.database, 'admin')
  admin = await roleIdOf(app.database, 'admin')
  viewer = await roleIdOf(app.database, 'viewer')
})

/** Adam is an active admin, and Otto has not heard of the organization. */
beforeEach(async () => {
  const db = app.database
  await db.query(
    `insert into memberships (org_id, id, user_id) values ($1, $2, $3)
     on conflict (org_id, id) do update set status = 'active'`,
    [LARKSPUR, adamId, persona('admin').id],
  )
  await leaveRoles(db, adamId, 'admin')
  await db.query('delete from role_overrides where org_id = $1 and role_id = $2', [LARKSPUR, admin])
  await db.query('delete from memberships where org_id = $1 and user_id = $2', [LARKSPUR, OTTO.id])
  await db.query('delete from invitations where org_id = $1 and email = $2', [LARKSPUR, OTTO.email])
  // An address is mailed once a minute.
  await db.query('delete from platform.rate_limits')
})

/** @returns the call that accepts what Adam has offered */
async function invited(): Promise<() => Promise<{ readonly code: string }>> {
  const sent = await adam.call('invitations.inviteMember', { email: OTTO.email, roleId: admin })
  expect(sent.code).toBe('ok')
  const token = await tokenMailedTo(app.database, OTTO.email)
  return () => otto.call('invitations.acceptInvitation', { token })
}

async function isMember(): Promise<boolean> {
  const rows = await app.database.query(
    'select from memberships where org_id = $1 and user_id = $2',
    [LARKSPUR, OTTO.id],
  )
  return rows.length === 1
}

/** The last records of the organization, the latest last. */
async function lastActions(many: number): Promise<string[]> {
  const rows = await app.database.query<{ action: string }>(
    'select action from audit_events where org_id = $1 order by seq desc limit $2',
    [LARKSPUR, many],
  )
  return rows.map(({ action }) => action).toReversed()
}

/** The role goes on being theirs, and lets nobody invite. */
async function emptyTheirRole() {
  const { result } = await olivia.call('roles.getRole', { roleId: admin })
  const { version, name, description } = result
  const permissions = result.permissions.filter((one) => one !== 'org:members:invite')
  const changed = { roleId: admin, version, name, description, permissions }
  return olivia.call('roles.updateRole', changed)
}

const losses: readonly [string, () => Promise<{ readonly code: string }>][] = [
  ['demoted', () => setRoles(app.database, olivia, { memberId: adamId, roleIds: [viewer] })],
  ['removed', () => olivia.call('members.removeMember', { memberId: adamId, documentsTo: null })],
  ['suspended', () => olivia.call('members.suspendMember', { memberId: adamId, suspended: true })],
  ['left with a role that invites nobody', emptyTheirRole],
]

describe.each(losses)('attack 26: an inviter is %s', (_what, lose) => {
  test('first: the acceptance waits for it, and is refused', async () => {
    const accept = await invited()
    const trail = await holdTrail(app.database)
    const loss = lose()
    await untilWaiting(app.database, 1)
    const acceptance = accept()
    await untilWaiting(app.database, 2)
    await trail.release()
    expect([(await loss).code, (await acceptance).code]).toEqual(['ok', 'forbidden'])
    expect(await isMember()).toBe(false)
  })

  test('after it was accepted: that stands, and the loss waits for it', async () => {
    const accept = await invited()
    const trail = await holdTrail(app.database)
    const acceptance = accept()
    await untilWaiting(app.database, 1)
    const loss = lose()
    await untilWaiting(app.database, 2)
    await trail.release()
    expect([(await acceptance).code, (await loss).code]).toEqual(['ok', 'ok'])
    expect(await isMember()).toBe(true)
    expect((await lastActions(2))[0]).toBe('invitations.acceptInvitation')
  })
})
