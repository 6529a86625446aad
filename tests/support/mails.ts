/** The mails that wait to be sent, opened as the job that sends them would. */
import type { Mail } from '~/platform/mail/mail'
import { unseal } from '~/platform/sealed'
import type { Database } from './database'

/** @returns the mails to this address, the latest last */
export async function mailsTo(database: Database, address: string): Promise<Mail[]> {
  const jobs = await database.query<{ sealed: string }>(
    `select data->>'sealed' as sealed from pgboss.job where name = 'mail' order by created_on`,
  )
  // Sealed by src/db/jobs.ts, of the same type.
  const mails = jobs.map(({ sealed }) => JSON.parse(unseal(sealed)) as Mail)
  return mails.filter(({ to }) => to === address)
}

/** @returns the kinds of the mails to this address */
export async function kindsOfMailsTo(database: Database, address: string): Promise<string[]> {
  return (await mailsTo(database, address)).map(({ kind }) => kind)
}

/** @returns the token in the link of the latest mail to this address */
export async function tokenMailedTo(database: Database, address: string): Promise<string> {
  const latest = (await mailsTo(database, address)).at(-1)
  if (latest === undefined) throw new Error(`no mail to ${address}`)
  const { path } = latest
  return path.slice(path.lastIndexOf('/') + 1)
}
