/** A mail belongs to the change it tells of: with it or not at all, and unreadable while it waits. */
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { enqueueMail, startJobs, stopJobs } from '~/db/jobs'
import { closePool } from '~/db/client'
import { withTenant } from '~/db/tenant-door'
import type { Mail } from '~/platform/mail/mail'
import { LARKSPUR } from '../../scripts/seed/cast'
import { environmentFor } from '../support/own-database'
import { databaseForFile } from '../support/database'

const database = databaseForFile()

const mail: Mail = { kind: 'reset', to: 'somebody@example.test', path: '/reset/a-secret' }

beforeAll(() => {
  Object.assign(process.env, environmentFor(database().url('app'), 'http://localhost:3000'))
  return async () => {
    await stopJobs()
    await closePool()
  }
})

const waiting = () => database().query<{ data: unknown }>('select data from pgboss.job')

test('a mail whose change is rolled back is never sent', async () => {
  const failing = withTenant(LARKSPUR, 'write', async (db) => {
    await enqueueMail(db, mail)
    throw new Error('the change failed')
  })
  await expect(failing).rejects.toThrow('the change failed')
  expect(await waiting()).toEqual([])
})

test('a mail whose change commits waits, sealed, and is handed over once', async () => {
  await withTenant(LARKSPUR, 'write', async (db) => {
    await enqueueMail(db, mail)
    await db.execute(sql`select 1`)
  })
  const jobs = await waiting()
  expect(jobs).toHaveLength(1)
  expect(JSON.stringify(jobs)).not.toMatch(/somebody|a-secret/)
  const delivered = await new Promise<Mail>((resolve, reject) => {
    const handler = (given: Mail) => {
      resolve(given)
      return Promise.resolve()
    }
    startJobs({ mail: handler, undelivered: () => Promise.resolve() }).catch(reject)
  })
  expect(delivered).toEqual(mail)
})
