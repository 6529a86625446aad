/** Changes of memberships queue; who may not make them does not queue, and nobody deadlocks. */
import { beforeEach, describe, expect, test } from 'vitest'
import { LARKSPUR, persona } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import type { Caller } from '../support/caller'
import { memberIdOf } from '../support/larkspur'
import { type HeldLock, holdLock, untilWaiting } from '../support/locks'
import { thingsOf } from '../support/samples'

const app = appForFile({ DATABASE_WAIT_MS: '2000' })

test('attack 51: who will be refused does not wait for the lock of those who may', async () => {
  const victor = await app.as('viewer')
  const memberId = await memberIdOf(app.database, 'editor')
  const lock = await holdLock(
    app.database,
    'select pg_advisory_xact_lock(hashtextextended($1::text, 0))',
    [LARKSPUR],
  )
  try {
    // Waiting would end in 503 when the lock's time is up, and take a connection until then.
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        victor.call('members.removeMember', { memberId, documentsTo: null }),
      ),
    )
    expect(answers.map(({ code }) => code)).toEqual(Array(12).fill('forbidden'))
  } finally {
    await lock.release()
  }
})

describe('attack 51: while the access lock is held', () => {
  let lock: HeldLock

  beforeEach(async () => {
    lock = await holdLock(
      app.database,
      'select pg_advisory_xact_lock(hashtextextended($1::text, 0))',
      [LARKSPUR],
    )
    return () => lock.release()
  })

  test('a call that could never leave is told so at once', async () => {
    const victor = await app.as('viewer')
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => victor.attack('members.leaveOrganization', {})),
    )
    expect(answers.map(({ code }) => code)).toEqual(Array(12).fill('invalid_input'))
  })

  test('those who wait for it leave the other organizations their connections', async () => {
    const [victor, ines] = [await app.as('viewer'), await app.as('ines@tidewater.example')]
    const leave = Array.from({ length: 15 }, () =>
      victor.call('members.leaveOrganization', { documentsTo: null }),
    )
    await untilWaiting(app.database, 3)
    const theirs = await Promise.all([
      ines.call('projects.createProject', { name: 'Made meanwhile' }),
      ines.call('members.listMembers', {}),
      victor.call('projects.listProjects', {}),
    ])
    expect(theirs.map(({ code }) => code)).toEqual(['ok', 'ok', 'ok'])
    const answers = await Promise.all(leave)
    expect(answers.map(({ code }) => code)).toEqual(Array(15).fill('unavailable'))
    // Three waited for the lock until its time was up; nobody else had a connection.
    const advised = answers.filter(({ refusal }) => refusal?.details.retryAfter !== undefined)
    expect(advised).toHaveLength(12)
  })
})

describe('attack 51: while somebody holds a row', () => {
  test.each(['documents', 'projects'] as const)(
    'who may not change %s is refused without waiting for it',
    async (table) => {
      const { documentId, projectId } = await thingsOf(app.database, LARKSPUR)
      const id = table === 'documents' ? documentId : projectId
      const lock = await holdLock(app.database, `select from ${table} where id = $1 for update`, [
        id,
      ])
      try {
        const [victor, greta] = [await app.as('viewer'), await app.as('guest')]
        const change = (who: Caller) =>
          table === 'documents'
            ? who.call('documents.publishDocument', { documentId, published: true })
            : who.call('projects.archiveProject', { projectId, archived: true })
        const answers = await Promise.all(
          [victor, greta].flatMap((who) => [change(who), change(who)]),
        )
        expect(answers.map(({ code }) => code)).toEqual([
          'forbidden',
          'forbidden',
          'not_found',
          'not_found',
        ])
      } finally {
        await lock.release()
      }
    },
  )

  test('an owner whom no role lets in waits, and then has their way', async () => {
    const own = await ownDocument()
    const lock = await holdLock(app.database, 'select from documents where id = $1 for update', [
      own.documentId,
    ])
    const saving = (await app.as('guest')).call('documents.updateDocument', own)
    await untilWaiting(app.database, 1)
    await lock.release()
    expect((await saving).code).toBe('ok')
  })

  test('an owner who stops being it while they wait is refused', async () => {
    const own = await ownDocument()
    const giver = await app.database.connect('superuser')
    await giver.query('begin')
    await giver.query('update documents set owner_id = $2 where id = $1', [
      own.documentId,
      persona('editor').id,
    ])
    const saving = (await app.as('guest')).call('documents.updateDocument', own)
    await untilWaiting(app.database, 1)
    await giver.query('commit')
    expect((await saving).code).toBe('not_found')
  })
})

test('two members who retitle each other, and themselves, all get their way', async () => {
  const people = [await app.as('owner'), await app.as('admin')]
  const members = [await memberIdOf(app.database, 'owner'), await memberIdOf(app.database, 'admin')]
  for (let round = 0; round < 10; round += 1) {
    const answers = await Promise.all(
      people.flatMap((person) =>
        members.map((memberId) =>
          person.call('members.updateMemberProfile', { memberId, title: `Round ${round}` }),
        ),
      ),
    )
    expect(answers.map(({ code }) => code)).toEqual(['ok', 'ok', 'ok', 'ok'])
  }
})

/** The guest's one document, as they would save it. */
async function ownDocument() {
  const [own] = await app.database.query<{ documentId: string; title: string; version: number }>(
    `select id as "documentId", title, version from documents where org_id = $1 and owner_id = $2`,
    [LARKSPUR, persona('guest').id],
  )
  if (own === undefined) throw new Error('the guest owns no document')
  return { ...own, body: 'Mine' }
}
