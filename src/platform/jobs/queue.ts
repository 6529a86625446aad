/**
 * Background jobs, kept by pg-boss in a schema of its own. A job is put there by the transaction of
 * the change it belongs to: both are committed, or neither is. Its tables are made by the owner at
 * migration time (scripts/install-jobs.ts); here nothing is created or migrated.
 */
import { type ConstructorOptions, PgBoss } from 'pg-boss'
import { failureFacts } from '../failure-facts'
import { log } from '../log'

export const JOBS_SCHEMA = 'pgboss'

const DAY = 24 * 3600

/** The queues there are, with how often and how long a job in each is tried. In this order they are made. */
export const QUEUES = {
  /** What became of no mail, however often it was tried: kept for two weeks, to be looked at. */
  undelivered: { retryLimit: 8, retryDelay: 5, retryBackoff: true, deleteAfterSeconds: 14 * DAY },
  mail: {
    retryLimit: 8,
    retryDelay: 5,
    retryBackoff: true,
    deleteAfterSeconds: 3600,
    deadLetter: 'undelivered',
  },
} as const

export type QueueName = keyof typeof QUEUES

/** Runs one statement: on the pool, or in a transaction that is open. */
export type RunSql = (
  text: string,
  values?: unknown[],
) => Promise<{ rows: Record<string, unknown>[] }>

export type JobData = Readonly<Record<string, string>>

export interface JobQueue {
  /** Puts a job into the transaction that `run` runs in. */
  enqueue(run: RunSql, name: QueueName, data: JobData): Promise<void>
  /** Works off the jobs of a queue until `stop`. A handler that throws is tried again later. */
  work(name: QueueName, handle: (data: JobData) => Promise<void>): Promise<void>
  stop(): Promise<void>
}

const POLL_SECONDS = 0.5

/** How this product uses the library: its tables are the owner's, and are changed by no server. */
export function queueOptions(run: RunSql, supervise: boolean): ConstructorOptions {
  return {
    db: { executeSql: run },
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    supervise,
    schedule: false,
    registerInstance: false,
    reindex: false,
    monitorVacuum: false,
    openTelemetry: { enabled: false },
  }
}

/**
 * Opens the queue of this process.
 *
 * @param run the pool
 * @param supervise also tidies up: expired and finished jobs
 */
export async function openQueue(run: RunSql, supervise: boolean): Promise<JobQueue> {
  const boss = new PgBoss(queueOptions(run, supervise))
  boss.on('error', (error: Error) =>
    log().warn({ failure: failureFacts(error) }, 'the job queue failed'),
  )
  await boss.start()
  return {
    async enqueue(runInside, name, data) {
      await boss.send(name, data, { db: { executeSql: runInside } })
    },
    async work(name, handle) {
      await boss.work<JobData>(name, { pollingIntervalSeconds: POLL_SECONDS }, async (jobs) => {
        for (const job of jobs) await handleOne(name, job.id, () => handle(job.data))
      })
    },
    stop: () => boss.stop({ graceful: true, timeout: 2_000 }),
  }
}

/**
 * The queue keeps what a failed job threw, and an SMTP server's answer quotes the address: so why it
 * failed goes to the log, where no texts go, and the queue keeps that it did.
 */
async function handleOne(queue: QueueName, job: string, work: () => Promise<void>): Promise<void> {
  const done = await work().then(
    () => true,
    (error: unknown) => {
      log().warn({ queue, job, failure: failureFacts(error) }, 'a job failed')
      return false
    },
  )
  if (!done) throw new Error('The log says why, under the id of this job.')
}
