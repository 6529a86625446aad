/** What is told of invitations before anybody accepts: to those who invite, and to whom it is for. */
import { beforeEach, describe, expect, test } from 'vitest'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { memberIdOf, roleIdOf } from '../support/larkspur'
import { tokenMailedTo } from '../support/mails'
import { giveOnly } from '../support/own-role'
import { setRoles } from '../support/set-roles'

const app = appForFile()
const OTTO = 'otto@outside.example'
const PASSWORD = 'long-enough-to-be-one'

/** As if an hour had passed since the last mail. */
beforeEach(() => app.database.query('delete from platform.rate_limits'))

async function invite(email: string, key: string, as: 'owner' | 'admin'): Promise<string> {
  const input = { email, roleId: await roleIdOf(app.database, key) }
  const answer = await (await app.as(as)).call('invitations.inviteMember', input)
  expect(answer.code).toBe('ok')
  return answer.result.id
}

const listed = async (invitationId: string) =>
  (await (await app.as('owner')).call('invitations.listInvitations')).result.invitations.find(
    ({ id }) => id === invitationId,
  )

const demote = async (who: 'admin', key: string) => {
  const memberId = await memberIdOf(app.database, who)
  const roleIds = [await roleIdOf(app.database, key)]
  const demoted = await setRoles(app.database, await app.as('owner'), { memberId, roleIds })
  expect(demoted.code).toBe('ok')
}

describe('in the list of those who may invite', () => {
  test('it is said who invited, how often, and that an acceptance would be refused before it is', async () => {
    const id = await invite('ola@new.example', 'admin', 'admin')
    expect(await listed(id)).toMatchObject({
      inviter: persona('admin').name,
      sends: 1,
      willBeRefused: false,
    })
    const join = async () =>
      app.nobody.call('invitations.joinAsNewPerson', {
        token: await tokenMailedTo(app.database, 'ola@new.example'),
        name: 'Ola',
        password: PASSWORD,
      })
    await demote('admin', 'viewer')
    expect((await listed(id))?.willBeRefused).toBe(true)
    expect((await join()).code).toBe('forbidden')
    // Whoever sends it again is its inviter.
    await app.database.query('delete from platform.rate_limits')
    const owner = await app.as('owner')
    expect((await owner.call('invitations.resendInvitation', { invitationId: id })).code).toBe('ok')
    expect(await listed(id)).toMatchObject({ sends: 2, willBeRefused: false })
    await demote('admin', 'admin')
    expect((await join()).code).toBe('ok')
  })

  test('whoever may not see people is not told who invited, and which role joiners get', async () => {
    const id = await invite('ulla@new.example', 'viewer', 'owner')
    await giveOnly(app, 'consultant', ['org:members:invite'])
    const { result } = await (await app.as('consultant')).call('invitations.listInvitations')
    expect(result.roleOfJoiners).toBe('Viewer')
    const one = result.invitations.find((invitation) => invitation.id === id)
    expect(one).toMatchObject({ inviter: null, willBeRefused: false })
    expect(one).not.toHaveProperty('inviterId')
  })
})

describe('to whom it is for', () => {
  const mine = async () =>
    (await (await app.as('outsider')).call('invitations.listMyInvitations')).result

  test('it is told who asks them where, and nothing that opens it', async () => {
    await invite(OTTO, 'editor', 'owner')
    const { email, invitations } = await mine()
    expect(email).toBe(OTTO)
    expect(invitations).toEqual([
      {
        organization: 'Larkspur Labs',
        role: 'Editor',
        inviter: expect.any(String),
        expiresAt: expect.any(Date),
      },
    ])
    const others = (await (await app.as('viewer')).call('invitations.listMyInvitations')).result
    expect(others.invitations).toEqual([])
  })

  test.each([
    [
      'of an address that was not verified',
      `update auth."user" set email_verified = not email_verified where email = $1`,
    ],
    [
      'that has expired',
      `update invitations set expires_at = now() - (expires_at - now()) where email = $1`,
    ],
    [
      'that was taken back',
      `update invitations set status = case status when 'pending' then 'revoked' else 'pending' end where email = $1`,
    ],
  ])('one %s is not told', async (_what, flip) => {
    const before = (await mine()).invitations.length
    expect(before).toBe(1)
    await app.database.query(flip, [OTTO])
    expect((await mine()).invitations).toEqual([])
    await app.database.query(flip, [OTTO])
    expect((await mine()).invitations).toHaveLength(before)
  })

  test('one is not told any more to who belongs there', async () => {
    await app.database.query(
      `insert into memberships (org_id, id, user_id)
       select $1, gen_random_uuid(), id from auth."user" where email = $2`,
      [LARKSPUR, OTTO],
    )
    expect((await mine()).invitations).toEqual([])
  })
})
