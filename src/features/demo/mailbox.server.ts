/** The mails that the demo's own SMTP server was given: nothing leaves this machine. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { env } from '~/platform/env'

const MOST = 50

const kept = z.object({
  id: z.string(),
  at: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
})

/** @returns the latest first, with what each says; empty where nothing is kept */
export async function listMails() {
  const folder = env().DEMO_MAILBOX
  if (folder === undefined) return []
  const names = await readdir(folder).catch(() => [])
  const latest = names
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .slice(-MOST)
    .toReversed()
  const mails = await Promise.all(latest.map((name) => readFile(join(folder, name), 'utf8')))
  return mails.map((text) => toShown(kept.parse(JSON.parse(text))))
}

/** The link in a mail leads here, so its path is shown as a link of ours. */
function toShown({ text, ...mail }: z.output<typeof kept>) {
  const link = text.split('\n').find((line) => line.startsWith(`${env().APP_URL.origin}/`))
  const path = link?.slice(env().APP_URL.origin.length)
  return { ...mail, paragraphs: text.split('\n\n').map((part) => part.trim()), path }
}
