/** Two owners act on each other, or both on themselves, at the same moment, through the product. */
import { beforeAll, describe, expect, test } from 'vitest'
import { appForFile } from '../support/app'
import type { Answer, Caller } from '../support/caller'
import { type TwoOwners, twoOwners } from '../support/owners'
import { setRoles } from '../support/set-roles'

const app = appForFile()
let olivia: Caller
let tomas: Caller
let owners: TwoOwners

beforeAll(async () => {
  olivia = await app.as('owner')
  tomas = await app.as('two-roles')
  owners = await twoOwners(app.database)
})

type Act = (caller: Caller, memberId: string) => Promise<Answer>

const demote: Act = (caller, memberId) =>
  setRoles(app.database, caller, {
    memberId,
    roleIds: [owners.viewerRole],
    evenThoughItIsMe: true,
  })
const remove: Act = (caller, memberId) =>
  caller.call('members.removeMember', { memberId, documentsTo: null })
const leave = (caller: Caller) => caller.call('members.leaveOrganization', { documentsTo: null })
const suspend: Act = (caller, memberId) =>
  caller.call('members.suspendMember', { memberId, suspended: true })
const erase: Act = (caller, memberId) =>
  caller.call('members.eraseMember', { memberId, evenThoughItIsMe: true })

/** The same two acts over and over; the other one's turn to be first alternates. */
async function race(rounds: number, acts: () => readonly (() => Promise<Answer>)[]) {
  const outcomes = new Set<string>()
  for (let round = 0; round < rounds; round += 1) {
    await owners.reset()
    const started = round % 2 === 0 ? acts() : acts().toReversed()
    const answers = await Promise.all(started.map((act) => act()))
    expect(await owners.count(), `round ${round}`).toBeGreaterThanOrEqual(1)
    for (const { refusal } of answers) outcomes.add(refusal?.message ?? 'done')
    expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1)
  }
  return outcomes
}

/** What Postgres says of a deadlock reaches people as this: it must not come to that. */
const DEADLOCK = 'Somebody changed this at the same moment. Try again.'

describe('attack 23: an owner always remains, and one of the two is done, when two owners', () => {
  test('demote each other, 200 times', async () => {
    const outcomes = await race(200, () => [
      () => demote(olivia, owners.tomas),
      () => demote(tomas, owners.olivia),
    ])
    expect(outcomes).toContain('done')
    expect(outcomes).not.toContain(DEADLOCK)
  })

  test('demote themselves, 50 times', async () => {
    const outcomes = await race(50, () => [
      () => demote(olivia, owners.olivia),
      () => demote(tomas, owners.tomas),
    ])
    expect(outcomes).toEqual(new Set(['done', 'An organization keeps at least one active owner.']))
  })

  test('remove each other, 20 times', async () => {
    const outcomes = await race(20, () => [
      () => remove(olivia, owners.tomas),
      () => remove(tomas, owners.olivia),
    ])
    expect(outcomes).not.toContain(DEADLOCK)
  })

  test('suspend each other, 100 times', async () => {
    const outcomes = await race(100, () => [
      () => suspend(olivia, owners.tomas),
      () => suspend(tomas, owners.olivia),
    ])
    expect(outcomes).not.toContain(DEADLOCK)
  })

  test('leave at once, 50 times', async () => {
    const outcomes = await race(50, () => [() => leave(olivia), () => leave(tomas)])
    expect(outcomes).toEqual(new Set(['done', 'An organization keeps at least one active owner.']))
  })

  test('go at once, one by leaving and one by being demoted, 100 times', async () => {
    const outcomes = await race(100, () => [
      () => leave(olivia),
      () => demote(olivia, owners.tomas),
    ])
    expect(outcomes).not.toContain(DEADLOCK)
  })

  test('go at once, one by leaving and one by demoting themselves, 20 times', async () => {
    const outcomes = await race(20, () => [() => leave(olivia), () => demote(tomas, owners.tomas)])
    expect(outcomes).not.toContain(DEADLOCK)
  })

  test('meet while one suspends and one removes the other, 20 times', async () => {
    const outcomes = await race(20, () => [
      () => suspend(olivia, owners.tomas),
      () => remove(tomas, owners.olivia),
    ])
    expect(outcomes).not.toContain(DEADLOCK)
  })

  test('meet while one demotes and one erases the other, 20 times', async () => {
    const outcomes = await race(20, () => [
      () => demote(olivia, owners.tomas),
      () => erase(tomas, owners.olivia),
    ])
    expect(outcomes).not.toContain(DEADLOCK)
  })
})
