/** Changes of memberships queue; who may not make them does not queue, and nobody deadlocks. */
import { expect, test } from 'vitest'
import { LARKSPUR } from '../../scripts/seed/cast'
import { appForFile } from '../support/app'
import { memberIdOf } from '../support/larkspur'
import { holdLock } from '../support/locks'

const app = appForFile()

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
