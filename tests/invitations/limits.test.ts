/** Invitations mail nobody without end: what is counted is mails, and nothing but time takes a count back. */
import { beforeEach, expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { kindsOfMailsTo } from '../support/mails'

const app = appForFile()

beforeEach(async () => {
  await app.database.query('delete from platform.rate_limits')
})

/** As if a minute had passed: how soon an address is mailed again is forgotten, the rest is not. */
async function aMinuteLater(): Promise<void> {
  await app.database.query(`delete from platform.rate_limits where key like 'invited-again:%'`)
}

/** As if an hour had passed for whoever was mailed, and not for who mailed them. */
async function othersAreMailed(): Promise<void> {
  await app.database.query(
    `delete from platform.rate_limits where key like 'invited%' or key like 'recipient:%'`,
  )
}

const invite = async (caller: Caller, email: string) =>
  caller.call('invitations.inviteMember', { email })

async function mails(to: string): Promise<number> {
  return (await kindsOfMailsTo(app.database, to)).length
}

test('one is sent again after a minute, and whoever is earlier is told when', async () => {
  const owner = await app.as('owner')
  const { id: invitationId } = (await invite(owner, 'soon@mailed.example')).result
  const early = await owner.call('invitations.resendInvitation', { invitationId })
  expect(early.code).toBe('rate_limited')
  expect(early.refusal?.details.retryAfter).toBeGreaterThan(0)
  await aMinuteLater()
  expect((await owner.call('invitations.resendInvitation', { invitationId })).code).toBe('ok')
  expect(await mails('soon@mailed.example')).toBe(2)
})

test('taking one back and inviting again is no way around the minute', async () => {
  const owner = await app.as('owner')
  const email = 'back-and-forth@mailed.example'
  const { id: invitationId } = (await invite(owner, email)).result
  expect((await owner.call('invitations.revokeInvitation', { invitationId })).code).toBe('ok')
  expect((await invite(owner, email)).code).toBe('rate_limited')
  await app.database.query('delete from invitations where email = $1', [email])
  expect((await invite(owner, email)).code).toBe('rate_limited')
  expect(await mails(email)).toBe(1)
})

test('an organization sends a hundred an hour, and sending again is sending', async () => {
  const owner = await app.as('owner')
  const { id: invitationId } = (await invite(owner, 'always@mailed.example')).result
  const codes: string[] = []
  for (let times = 1; times < 101; times += 1) {
    await othersAreMailed()
    codes.push((await owner.call('invitations.resendInvitation', { invitationId })).code)
  }
  expect(codes).toEqual([...Array<string>(99).fill('ok'), 'rate_limited'])
  // The organization's, whoever of it asks.
  await othersAreMailed()
  expect((await invite(await app.as('admin'), 'other@mailed.example')).code).toBe('rate_limited')
  await app.database.query(`delete from invitations where org_id = $1`, [LARKSPUR])
  await app.database.query(
    `delete from platform.rate_limits where key like 'invites-alone:organization%'`,
  )
  // And the person's, in whichever organization.
  expect((await invite(owner, 'other@mailed.example')).code).toBe('rate_limited')
  expect((await invite(await app.as('admin'), 'other@mailed.example')).code).toBe('ok')
})

test('an address is invited five times an hour, by all organizations together', async () => {
  const email = 'wanted@mailed.example'
  const callers = [await app.as('owner'), await app.as('noor@tidewater.example')]
  const codes: string[] = []
  for (let times = 0; times < 6; times += 1) {
    const caller = callers[times % 2]
    if (caller === undefined) throw new Error('there are two')
    await aMinuteLater()
    await app.database.query('delete from invitations where email = $1', [email])
    codes.push((await invite(caller, email)).code)
  }
  expect(codes).toEqual([...Array<string>(5).fill('ok'), 'rate_limited'])
  expect(await mails(email)).toBe(5)
  // What they ask for themselves still reaches them, and counts to the same ten.
  for (let times = 0; times < 7; times += 1) {
    expect((await app.nobody.call('account.requestReset', { email })).code).toBe('ok')
  }
  expect(await mails(email)).toBe(10)
})

test('what is refused for another reason is not counted, for it mails nobody', async () => {
  const owner = await app.as('owner')
  const before = await app.database.query('select key, points from platform.rate_limits')
  expect((await invite(owner, 'victor@larkspur.example')).code).toBe('conflict')
  expect(await app.database.query('select key, points from platform.rate_limits')).toEqual(before)
})
