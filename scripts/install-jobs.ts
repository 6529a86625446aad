/**
 * The tables of background jobs, made and brought up to date by the owner: the server's login gets
 * what working with jobs takes, and can change no table.
 */
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import { JOBS_SCHEMA, QUEUES } from '../src/platform/jobs/queue'

/** What the server's login may do there. */
const RIGHTS = `
  grant usage on schema ${JOBS_SCHEMA} to gatehouse_app;
  grant select, insert, update, delete on ${JOBS_SCHEMA}.job, ${JOBS_SCHEMA}.job_common to gatehouse_app;
  grant select, update on ${JOBS_SCHEMA}.queue, ${JOBS_SCHEMA}.version to gatehouse_app;
  grant select, delete on ${JOBS_SCHEMA}.job_dependency to gatehouse_app;
  grant select, update, delete on ${JOBS_SCHEMA}.instance to gatehouse_app;
  grant select on ${JOBS_SCHEMA}.bam to gatehouse_app;
  grant select, insert, delete on ${JOBS_SCHEMA}.warning to gatehouse_app;`

/**
 * @param ownerUrl the owner's login
 */
export async function installJobs(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOBS_SCHEMA,
    supervise: false,
    schedule: false,
    registerInstance: false,
  })
  boss.on('error', () => {}) // start and createQueue reject with it
  await boss.start()
  try {
    for (const [name, options] of Object.entries(QUEUES)) {
      await boss.createQueue(name, options)
      await boss.updateQueue(name, options)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(RIGHTS)
  } finally {
    await client.end()
  }
}
