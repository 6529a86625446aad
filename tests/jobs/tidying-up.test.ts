/** Expired and finished jobs are tidied up by the server's own login, with the rights that it has. */
import { PgBoss } from 'pg-boss'
import { expect, test } from 'vitest'
import { queueOptions } from '~/platform/jobs/queue'
import { databaseForFile } from '../support/database'

const database = databaseForFile()

test('what finished long ago is deleted, what hangs is tried again, and nothing of it is refused', async () => {
  const login = await database().connect('app')
  const boss = new PgBoss(queueOptions(async (text, values) => login.query(text, values), false))
  const refused: string[] = []
  boss.on('error', (error) => refused.push(String(error)))
  await boss.start()
  const [finished, hanging] = [await boss.send('mail', {}), await boss.send('mail', {})]
  await database().query(
    `update pgboss.job set state = 'completed', started_on = now() - interval '99 days',
       completed_on = now() - interval '99 days' where id = $1`,
    [finished],
  )
  await database().query(
    `update pgboss.job set state = 'active', started_on = now() - interval '1 day' where id = $1`,
    [hanging],
  )
  await boss.supervise()
  await boss.stop({ graceful: false })

  expect(refused).toEqual([])
  const left = await database().query<{ id: string; state: string }>(
    'select id, state from pgboss.job',
  )
  expect(left).toEqual([{ id: hanging, state: 'retry' }])
})
