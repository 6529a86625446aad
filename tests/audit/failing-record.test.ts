/** Where a change cannot be recorded, it does not happen. */
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { signIn } from '../support/caller'
import { digestOf } from '../support/digest'
import { FUNCTION_NAMES, NOT_THE_OWNERS, SAMPLES, thingsOf } from '../support/samples'

const app = appForFile()
const declared = inject('functions')
const mutations = FUNCTION_NAMES.filter(
  (name) =>
    declared[name]?.method === 'POST' &&
    declared[name]?.kind !== 'public' &&
    !NOT_THE_OWNERS.has(name) &&
    // Its token is made anew for each; tests/invitations makes one.
    name !== 'invitations.acceptInvitation',
)

beforeAll(async () => {
  await app.as('owner') // signed in while everything still worked
  await app.database.query(`
    create function refuse_to_record() returns trigger language plpgsql as $$
    begin raise exception 'the disk of the archive is full: %', new.id; end $$`)
})

async function whileRecordingFails(table: string, work: () => Promise<void>): Promise<void> {
  await app.database.query(
    `create trigger broken before insert on ${table} execute function refuse_to_record()`.replace(
      'execute',
      'for each row execute',
    ),
  )
  try {
    await work()
  } finally {
    await app.database.query(`drop trigger broken on ${table}`)
  }
}

describe('attack 48: when the record cannot be written', () => {
  test.each(mutations)('%s fails as a whole, and says nothing of why', async (name) => {
    const olivia = await app.as('owner')
    const things = await thingsOf(app.database, LARKSPUR)
    // Somebody's own session, where the call is about one's own.
    const sessionId = name === 'account.revokeSession' ? await anotherOfOlivias() : things.sessionId
    // Only what somebody holds can be taken from them.
    if (name === 'assignments.removeAssignment') {
      await app.database.query('insert into member_roles values ($1, $2, $3)', [
        things.organizationId,
        things.memberId,
        things.ownRoleId,
      ])
    }
    const table =
      name.startsWith('account.') || name.endsWith('switchOrganization')
        ? 'account_events'
        : 'audit_events'
    const before = await digestOf(app.database)
    await whileRecordingFails(table, async () => {
      const answer = await olivia.attack(name, SAMPLES[name]({ ...things, sessionId }))
      expect([answer.status, answer.code]).toEqual([500, 'internal'])
      expect(answer.body).not.toMatch(/archive|disk|trigger|audit_events|insert/i)
    })
    expect(await digestOf(app.database)).toEqual(before)
    await app.database.query('delete from member_roles where role_id = $1', [things.ownRoleId])
  })

  test('the same changes happen once it can be', async () => {
    const olivia = await app.as('owner')
    const made = await olivia.call('projects.createProject', { name: 'Recorded' })
    expect(made.code).toBe('ok')
  })

  test('for want of the right to write it, nothing happens either', async () => {
    const olivia = await app.as('owner')
    await app.database.query('revoke insert on audit_events from gatehouse_app')
    const before = await digestOf(app.database)
    const answer = await olivia.call('organizations.updateOrganization', { name: 'Unrecorded' })
    expect([answer.status, answer.code]).toEqual([500, 'internal'])
    expect(await digestOf(app.database)).toEqual(before)
    await app.database.query('grant insert on audit_events to gatehouse_app')
  })
})

async function anotherOfOlivias(): Promise<string> {
  const other = await signIn(app, 'owner')
  const { result } = await other.call('account.listSessions')
  return result.find(({ isCurrent }) => isCurrent)?.id ?? ''
}
