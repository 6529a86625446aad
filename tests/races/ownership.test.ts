/** An organization is handed over: by both, at once, rechecked, and never into nobody's hands. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { leaveRoles, memberIdOf, rolesOf } from '../support/larkspur'
import { holdLock } from '../support/locks'
import { mailsTo } from '../support/mails'
import { type TwoOwners, twoOwners } from '../support/owners'
import { setRoles as setRolesOf } from '../support/set-roles'

const app = appForFile()
let olivia: Caller // owns Larkspur Labs
let tomas: Caller // owns it too, where a test says so
let adam: Caller // admin there
let owners: TwoOwners
let adamId: string

beforeAll(async () => {
  olivia = await app.as('owner')
  tomas = await app.as('two-roles')
  adam = await app.as('admin')
  owners = await twoOwners(app.database)
  adamId = await memberIdOf(app.database, 'admin')
})

const setRoles = (memberId: string, ...keys: string[]) =>
  leaveRoles(app.database, memberId, ...keys)

beforeEach(async () => {
  await owners.reset()
  await setRoles(owners.olivia, 'owner')
  await setRoles(owners.tomas, 'editor')
  await setRoles(adamId, 'admin')
  await app.database.query('delete from ownership_offers')
  await app.database.query(`update memberships set status = 'active' where id = any($1)`, [
    [owners.olivia, owners.tomas, adamId],
  ])
})

const CONFIRM = { confirmName: 'Larkspur Labs' }

/** @returns the offer's id, as its recipient sees it */
async function offered(): Promise<string> {
  const answer = await olivia.call('ownership.offerOwnership', { memberId: adamId, ...CONFIRM })
  expect(answer.code).toBe('ok')
  const { result } = await adam.call('ownership.getOffer')
  return result?.id ?? ''
}

const codes = (answers: readonly { code: string }[]) => answers.map(({ code }) => code).toSorted()

describe('an offer that is accepted', () => {
  test('makes the recipient an owner and the giver an admin, and tells both', async () => {
    const offerId = await offered()
    expect((await adam.call('ownership.acceptOwnership', { offerId })).code).toBe('ok')
    expect(await rolesOf(app.database, 'admin')).toEqual(['admin', 'owner'])
    expect(await rolesOf(app.database, 'owner')).toEqual(['admin'])
    const outcomes = async (who: 'admin' | 'owner') =>
      (await mailsTo(app.database, persona(who).email)).map((mail) =>
        mail.kind === 'ownership-settled' ? mail.outcome : mail.kind,
      )
    expect(await outcomes('admin')).toEqual(['ownership-offered', 'received'])
    expect(await outcomes('owner')).toEqual(['given'])
    // From the next request on.
    const { result } = await adam.call('account.getViewer')
    expect(result.permissions).toContain('org:transfer')
    const again = { memberId: adamId, ...CONFIRM }
    expect((await olivia.call('ownership.offerOwnership', again)).code).toBe('forbidden')
  })

  test('was told to who owns it too, when it was made and when it was accepted', async () => {
    await setRoles(owners.tomas, 'owner')
    const told = async () =>
      (await mailsTo(app.database, persona('two-roles').email)).flatMap((mail) =>
        mail.kind === 'ownership-noticed' ? [mail.outcome] : [],
      )
    const offerId = await offered()
    expect(await told()).toEqual(['offered'])
    expect((await adam.call('ownership.acceptOwnership', { offerId })).code).toBe('ok')
    expect(await told()).toEqual(['offered', 'accepted'])
  })

  test('is seen by its recipient and by owners, and by nobody else', async () => {
    await offered()
    const edith = await app.as('editor')
    expect((await olivia.call('ownership.getOffer')).result).toMatchObject({ isToMe: false })
    expect((await adam.call('ownership.getOffer')).result).toMatchObject({ isToMe: true })
    expect((await edith.call('ownership.getOffer')).result).toBeNull()
  })
})

describe('an offer is nobody’s to accept', () => {
  test.each<[string, () => Promise<void>, () => Promise<void>]>([
    [
      'is made something else, and an owner again',
      () => setRoles(owners.olivia, 'editor'),
      () => setRoles(owners.olivia, 'owner'),
    ],
    [
      'is suspended, and reactivated',
      async () => {
        await app.database.query(`update memberships set status = 'suspended' where id = $1`, [
          owners.olivia,
        ])
      },
      async () => {
        await app.database.query(`update memberships set status = 'active' where id = $1`, [
          owners.olivia,
        ])
      },
    ],
  ])('attack 26: for good, once its giver %s', async (_what, stop, begin) => {
    await setRoles(owners.tomas, 'owner')
    const offerId = await offered()
    await stop()
    await begin()
    expect((await adam.call('ownership.getOffer')).result).toBeNull()
    expect((await adam.call('ownership.acceptOwnership', { offerId })).code).toBe('not_found')
    expect(await rolesOf(app.database, 'admin')).toEqual(['admin'])
  })

  test('but stands when its giver is given another role besides', async () => {
    const offerId = await offered()
    await setRoles(owners.olivia, 'owner', 'viewer')
    await setRoles(owners.olivia, 'owner')
    expect((await adam.call('ownership.acceptOwnership', { offerId })).code).toBe('ok')
  })

  const accept = async (caller: Caller, offerId: string) =>
    (await caller.call('ownership.acceptOwnership', { offerId })).code

  test('who was not offered it', async () => {
    const offerId = await offered()
    expect(await accept(tomas, offerId)).toBe('not_found')
    expect(await accept(olivia, offerId)).toBe('not_found')
  })

  test('after seven days', async () => {
    const offerId = await offered()
    await app.database.query(`update ownership_offers set expires_at = now() - interval '1 s'`)
    expect(await accept(adam, offerId)).toBe('not_found')
    expect((await adam.call('ownership.getOffer')).result).toBeNull()
    // And it is not in the way of the next.
    await offered()
  })

  test('once another took its place', async () => {
    const offerId = await offered()
    const other = { memberId: owners.tomas, ...CONFIRM }
    expect((await olivia.call('ownership.offerOwnership', other)).code).toBe('ok')
    expect(await accept(adam, offerId)).toBe('not_found')
  })

  test.each([
    ['is no owner any more', () => setRoles(owners.olivia, 'viewer')],
    [
      'is suspended',
      () =>
        app.database.query(`update memberships set status = 'suspended' where id = $1`, [
          owners.olivia,
        ]),
    ],
    [
      'has been removed',
      () => app.database.query('delete from memberships where id = $1', [owners.olivia]),
    ],
  ])('when the giver %s', async (_what, change) => {
    const offerId = await offered()
    await setRoles(owners.tomas, 'owner')
    await change()
    expect(await accept(adam, offerId)).toBe('not_found')
    expect(await rolesOf(app.database, 'admin')).toEqual(['admin'])
  })

  test('while its recipient is suspended', async () => {
    const offerId = await offered()
    await app.database.query(`update memberships set status = 'suspended' where id = $1`, [adamId])
    expect(await accept(adam, offerId)).toBe('no_membership')
  })
})

test('who may hand over by a role of the organization’s own, and owns nothing, has nothing to give', async () => {
  await app.database.query(
    `with made as (
       insert into roles (org_id, id, key, name, cloned_from, template_key)
       values ($1, gen_random_uuid(), 'deputy', 'Deputy', 'admin', 'admin') returning org_id, id)
     insert into role_overrides select org_id, id, 'org:transfer', true from made`,
    [LARKSPUR],
  )
  await setRoles(adamId, 'deputy')
  const offer = { memberId: owners.tomas, ...CONFIRM }
  expect((await adam.call('ownership.offerOwnership', offer)).code).toBe('forbidden')
})

test('another owner’s offer is withdrawn before there is one of one’s own', async () => {
  const offerId = await offered()
  await setRoles(owners.tomas, 'owner')
  const mine = { memberId: await memberIdOf(app.database, 'editor'), ...CONFIRM }
  expect((await tomas.call('ownership.offerOwnership', mine)).code).toBe('conflict')
  expect((await tomas.call('ownership.withdrawOffer', { offerId })).code).toBe('ok')
  expect((await tomas.call('ownership.offerOwnership', mine)).code).toBe('ok')
})

test('attack 51: who was offered nothing does not wait for the lock of those who change access', async () => {
  const offerId = await offered()
  const lock = await holdLock(
    app.database,
    'select pg_advisory_xact_lock(hashtextextended($1::text, 0))',
    [LARKSPUR],
  )
  try {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => tomas.call('ownership.acceptOwnership', { offerId })),
    )
    expect(codes(answers)).toEqual(Array(12).fill('not_found'))
  } finally {
    await lock.release()
  }
})

describe('at the same moment', { timeout: 120_000 }, () => {
  /** Both calls, and who is first alternates. Always: one owner at least, and nothing half done. */
  async function race(
    rounds: number,
    acts: (offerId: string) => readonly (() => Promise<{ code: string }>)[],
    holds: (answers: readonly { code: string }[], admins: readonly string[]) => void,
    prepare: () => Promise<unknown> = () => Promise.resolve(),
  ) {
    for (let round = 0; round < rounds; round += 1) {
      await owners.reset()
      await setRoles(owners.olivia, 'owner')
      await setRoles(owners.tomas, 'editor')
      await setRoles(adamId, 'admin')
      await prepare()
      const calls = acts(await offered())
      const pending = (round % 2 === 0 ? calls : calls.toReversed()).map((call) => call())
      const answers = await Promise.all(pending)
      expect(await owners.count(), `round ${round}`).toBe(1)
      holds(round % 2 === 0 ? answers : answers.toReversed(), await rolesOf(app.database, 'admin'))
    }
  }

  test('it is accepted twice, 30 times: it is done once', async () => {
    const accept = (offerId: string) => () => adam.call('ownership.acceptOwnership', { offerId })
    await race(
      30,
      (offerId) => [accept(offerId), accept(offerId)],
      (answers, roles) => {
        expect(answers.filter(({ code }) => code === 'ok')).toHaveLength(1)
        expect(roles).toEqual(['admin', 'owner'])
      },
    )
  })

  test('it is accepted and withdrawn, 30 times: one of the two', async () => {
    await race(
      30,
      (offerId) => [
        () => adam.call('ownership.acceptOwnership', { offerId }),
        () => olivia.call('ownership.withdrawOffer', { offerId }),
      ],
      ([accepted, withdrawn], roles) => {
        expect([accepted?.code === 'ok', withdrawn?.code === 'ok'].filter(Boolean)).toHaveLength(1)
        expect(roles).toEqual(accepted?.code === 'ok' ? ['admin', 'owner'] : ['admin'])
      },
    )
  })

  test('it is accepted while another owner demotes its giver, 30 times', async () => {
    for (let round = 0; round < 30; round += 1) {
      await setRoles(owners.olivia, 'owner')
      await setRoles(owners.tomas, 'owner')
      await setRoles(adamId, 'admin')
      const offerId = await offered()
      const calls = [
        () => adam.call('ownership.acceptOwnership', { offerId }),
        () =>
          setRolesOf(app.database, tomas, {
            memberId: owners.olivia,
            roleIds: [owners.viewerRole],
          }),
      ]
      const [one, other] = round % 2 === 0 ? calls : calls.toReversed()
      const answers = await Promise.all([one?.(), other?.()])
      const accepted = (round % 2 === 0 ? answers[0] : answers[1])?.code === 'ok'
      // A demoted giver gave nothing; one who gave first is demoted from what they became.
      const roles = await rolesOf(app.database, 'admin')
      expect(roles, `round ${round}`).toEqual(accepted ? ['admin', 'owner'] : ['admin'])
      expect(await rolesOf(app.database, 'owner')).not.toContain('owner')
      expect(await owners.count()).toBe(accepted ? 2 : 1)
    }
  })
})
