/** The mails that wait to be sent, opened as the job that sends them would. */
import type { Mail } from '~/platform/mail/mail'
import { unseal } from '~/platform/sealed'
import type { Database } from './database'

/** @returns the latest mail to this address */
async function latestMailTo(database: Database, address: string): Promise<Mail> {
  const jobs = await database.query<{ sealed: string }>(
    `select data->>'sealed' as sealed from pgboss.job where name = 'mail' order by created_on`,
  )
  // Sealed by src/db/jobs.ts, of the same type.
  const mails = jobs.map(({ sealed }) => JSON.parse(unseal(sealed)) as Mail)
  const found = mails.findLast(({ to }) => to === address)
  if (found === undefined) throw new Error(`no mail to ${address}`)
  return found
}

/** @returns the token in its link */
export async function tokenMailedTo(database: Database, address: string): Promise<string> {
  const { path } = await latestMailTo(database, address)
  return path.slice(path.lastIndexOf('/') + 1)
}
