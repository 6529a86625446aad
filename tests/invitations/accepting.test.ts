/** Invitations are accepted once, by whom they are for, while who sent them still may (25, 26, 28). */
import { expect, test } from 'vitest'
import { PLANS } from '~/authz'
import { newId } from '~/platform/ids'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { digestOf } from '../support/digest'
import { leaveRoles, memberIdOf } from '../support/larkspur'
import { tokenMailedTo } from '../support/mails'
import { signInWith } from '../support/sign-in-with'
import { setRoles } from '../support/set-roles'

// A full pool answers 503; here everybody is to get as far as the lock.
const app = appForFile()
const PASSWORD = 'long-enough-to-be-one'
const OTTO = 'otto@outside.example'

async function roleId(key: string, orgId = LARKSPUR): Promise<string> {
  const [row] = await app.database.query<{ id: string }>(
    'select id from roles where org_id = $1 and key = $2',
    [orgId, key],
  )
  return row?.id ?? ''
}

async function invited(email: string, role = 'viewer', as: 'owner' | 'admin' = 'owner') {
  const inviter = await app.as(as)
  const answer = await inviter.call('invitations.inviteMember', {
    email,
    roleId: await roleId(role),
  })
  expect(answer.code).toBe('ok')
  return { id: answer.result.id, token: await tokenMailedTo(app.database, email) }
}

async function membershipsOf(email: string): Promise<number> {
  const [row] = await app.database.query<{ rows: number }>(
    `select count(*)::int as rows from memberships m join auth."user" u on u.id = m.user_id
     where u.email = $1 and m.org_id = $2`,
    [email, LARKSPUR],
  )
  return row?.rows ?? -1
}

const join = (token: string, name = 'New Person') =>
  app.nobody.call('invitations.joinAsNewPerson', { token, name, password: PASSWORD })

test('a new person sees where the link leads, joins, and signs in with what they chose', async () => {
  const { token } = await invited('nora@new.example', 'editor')
  const preview = await app.nobody.call('invitations.previewInvitation', { token })
  expect(preview.result).toEqual({
    organization: 'Larkspur Labs',
    inviter: expect.any(String),
    role: 'Editor',
    email: 'nora@new.example',
    hasAccount: false,
    signedInAs: null,
  })
  expect((await join(token)).code).toBe('ok')
  const nora = await signInWith(app, 'nora@new.example', PASSWORD)
  const viewer = (await nora.call('account.getViewer')).result
  expect(viewer.organization?.id).toBe(LARKSPUR)
  expect(viewer.roles.map(({ key }) => key)).toEqual(['editor'])
})

test('attack 25: fifty accept at once, and there is one membership', async () => {
  const { token } = await invited(OTTO)
  const otto = await app.as('outsider')
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => otto.call('invitations.acceptInvitation', { token })),
  )
  const codes = answers.map(({ code }) => code)
  expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
  expect(await membershipsOf(OTTO)).toBe(1)
  const records = await app.database.query<{ action: string }>(
    `select action from audit_events where actor_id =
       (select id from auth."user" where email = $1)`,
    [OTTO],
  )
  expect(records.map(({ action }) => action)).toEqual(['invitations.acceptInvitation'])
  // It is the organization that they work in from now on.
  expect((await otto.call('account.getViewer')).result.organization?.id).toBe(LARKSPUR)
})

test('attack 25: twelve new people of one address at once, and there is one account', async () => {
  const { token } = await invited('twins@new.example')
  const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => join(token, `Twin ${n}`)))
  expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1)
  expect(await membershipsOf('twins@new.example')).toBe(1)
})

test('attack 25: replayed, expired, revoked, replaced or of another address, it opens nothing', async () => {
  const used = await invited('used@new.example')
  expect((await join(used.token)).code).toBe('ok')
  const expired = await invited('late@new.example')
  await app.database.query(`update invitations set expires_at = now() where id = $1`, [expired.id])
  const owner = await app.as('owner')
  const revoked = await invited('unwanted@new.example')
  await owner.call('invitations.revokeInvitation', { invitationId: revoked.id })
  const replaced = await invited('again@new.example')
  // As if a minute had passed.
  await app.database.query('delete from platform.rate_limits')
  const resent = await owner.call('invitations.resendInvitation', { invitationId: replaced.id })
  expect(resent.code).toBe('ok')
  const forSomebodyElse = await invited('somebody-else@new.example')
  const tidewater = await app.as('noor@tidewater.example')

  const before = await digestOf(app.database)
  for (const { token } of [used, expired, revoked, replaced]) {
    const made = await join(token)
    const looked = await app.nobody.call('invitations.previewInvitation', { token })
    const accepted = await tidewater.call('invitations.acceptInvitation', { token })
    for (const answer of [made, looked, accepted]) expect(answer.code).toBe('not_found')
  }
  const { token } = forSomebodyElse
  const foreign = await tidewater.call('invitations.acceptInvitation', { token })
  expect(foreign.code).toBe('not_found')
  expect(await digestOf(app.database)).toEqual(before)
})

test('attack 26: an inviter who was demoted since has invited nobody', async () => {
  const { token } = await invited('late-admin@new.example', 'admin', 'admin')
  const owner = await app.as('owner')
  const memberId = await memberIdOf(app.database, 'admin')
  const give = async (key: string) =>
    setRoles(app.database, owner, { memberId, roleIds: [await roleId(key)] })
  expect((await give('viewer')).code).toBe('ok')
  expect((await join(token)).code).toBe('forbidden')
  expect(await membershipsOf('late-admin@new.example')).toBe(0)
  expect((await give('admin')).code).toBe('ok')
  expect((await join(token)).code).toBe('ok')
})

test('attack 26: an inviter who was removed since has invited nobody, even if they are back with less', async () => {
  const { token } = await invited('orphan@new.example', 'admin', 'admin')
  const owner = await app.as('owner')
  const memberId = await memberIdOf(app.database, 'admin')
  const removed = await owner.call('members.removeMember', { memberId, documentsTo: null })
  expect(removed.code).toBe('ok')
  expect((await join(token)).code).toBe('forbidden')
  const db = app.database
  const { id: userId } = persona('admin')
  await db.query('insert into memberships (org_id, id, user_id) values ($1, $2, $3)', [
    LARKSPUR,
    memberId,
    userId,
  ])
  await leaveRoles(db, memberId, 'viewer')
  expect((await join(token)).code).toBe('forbidden')
  expect(await membershipsOf('orphan@new.example')).toBe(0)
  await leaveRoles(db, memberId, 'admin')
})

test('attack 22: nobody invites into a role that grants what they lack', async () => {
  const admin = await app.as('admin')
  const answer = await admin.call('invitations.inviteMember', {
    email: 'future-owner@new.example',
    roleId: await roleId('owner'),
  })
  expect(answer.code).toBe('forbidden')
})

test('attack 48: without its record there is no membership', async () => {
  const { token } = await invited('unrecorded@new.example')
  await app.database.query(
    'alter table audit_events add constraint full_archive check (false) not valid',
  )
  try {
    expect((await join(token)).code).not.toBe('ok')
  } finally {
    await app.database.query('alter table audit_events drop constraint full_archive')
  }
  expect(await membershipsOf('unrecorded@new.example')).toBe(0)
  expect((await join(token)).code).toBe('ok')
})

test('what waits in the database opens nothing: neither the table nor the queue holds a token', async () => {
  const { token } = await invited('secret@new.example')
  const rows = await app.database.query(
    `select i::text as row from invitations i
     union all select data::text from pgboss.job
     union all select a::text from audit_events a`,
  )
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('attack 28: on a plan that became smaller since they were invited, of many who accept exactly one gets in', async () => {
  const ruth = await app.as('ruth@fernway.example')
  const viewer = (await ruth.call('account.getViewer')).result
  const orgId = viewer.organization?.id ?? ''
  const setPlan = (plan: string) =>
    app.database.query('update organizations set plan = $2 where id = $1', [orgId, plan])
  // Each open invitation keeps a seat: a smaller plan would not have sent so many.
  await setPlan('pro')
  const [{ members } = { members: 0 }] = await app.database.query<{ members: number }>(
    'select count(*)::int as members from memberships where org_id = $1',
    [orgId],
  )
  const people = Array.from({ length: PLANS.free.limits.members - 1 - members }, () => newId())
  for (const id of people) {
    await app.database.query(`insert into auth."user" (id, name, email) values ($1, 'X', $2)`, [
      id,
      `${id}@filler.example`,
    ])
    await app.database.query('insert into memberships (org_id, id, user_id) values ($1, $2, $2)', [
      orgId,
      id,
    ])
  }
  const role = await roleId('viewer', orgId)
  const tokens: string[] = []
  for (let n = 0; n < 6; n += 1) {
    const email = `racer-${n}@new.example`
    const sent = await ruth.call('invitations.inviteMember', { email, roleId: role })
    expect(sent.code).toBe('ok')
    tokens.push(await tokenMailedTo(app.database, email))
  }
  await setPlan('free')
  const answers = await Promise.all(tokens.map((token, n) => join(token, `Racer ${n}`)))
  const codes = answers.map(({ code }) => code).toSorted()
  expect(codes).toEqual(['ok', ...Array<string>(5).fill('quota_exceeded')])
  // They can change no plan, and hear of none.
  const refusals = answers.flatMap(({ refusal }) => (refusal === undefined ? [] : [refusal]))
  expect(new Set(refusals.map(({ message }) => message))).toEqual(
    new Set(['Fernway Rail has no room for more members at the moment. Ask who invited you.']),
  )
  for (const { details } of refusals) expect(details).toEqual({})
})
