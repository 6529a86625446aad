/**
 * Jobs in the transaction of the change they belong to: rolled back with it, committed with it.
 * What a mail says waits sealed, since it holds a token.
 */
import type { PoolClient } from 'pg'
import { type JobQueue, openQueue, type QueueName, type RunSql } from '~/platform/jobs/queue'
import type { Mail } from '~/platform/mail/mail'
import { seal, unseal } from '~/platform/sealed'
import { getPool } from './client'

let opened: Promise<JobQueue> | undefined

function queue(supervise = false): Promise<JobQueue> {
  opened ??= openQueue(runOn(getPool()), supervise).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

function runOn(client: Pick<PoolClient, 'query'>): RunSql {
  return async (text, values) => client.query(text, values)
}

/**
 * Sends a mail once the transaction commits.
 *
 * @param db the open transaction of either door
 */
export async function enqueueMail(
  db: { readonly $client: Pick<PoolClient, 'query'> },
  mail: Mail,
): Promise<void> {
  const jobs = await queue()
  await jobs.enqueue(runOn(db.$client), 'mail', { sealed: seal(JSON.stringify(mail)) })
}

/** What becomes of each kind of job. */
export interface JobHandlers {
  readonly mail: (mail: Mail) => Promise<void>
  /** A mail that was tried as often as mails are: nobody tries it again. */
  readonly undelivered: (mail: Mail) => Promise<void>
}

/** Works off jobs in this process, until {@link stopJobs}. */
export async function startJobs(handlers: JobHandlers): Promise<void> {
  const jobs = await queue(true)
  for (const name of ['mail', 'undelivered'] satisfies QueueName[]) {
    await jobs.work(name, async ({ sealed = '' }) => {
      // Sealed by enqueueMail above, under our own key.
      await handlers[name](JSON.parse(unseal(sealed)) as Mail)
    })
  }
}

/** Lets running jobs finish; the others stay for the next process. */
export async function stopJobs(): Promise<void> {
  const closing = opened
  opened = undefined
  await (await closing?.catch(() => undefined))?.stop()
}
