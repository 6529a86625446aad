/** One server with one database, and a look behind the pages: each worker walks through its own. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Client } from 'pg'
import { startMailbox } from '../../scripts/running/mailbox.ts'
import { databasesAt } from '../../scripts/local-postgres.ts'
import type { Person } from '../harness/people.ts'
import { startServer } from '../harness/server.ts'
import { changesBetween, watchRows } from '../harness/snapshot.ts'
import { readStage, runFolder } from '../harness/stage.ts'

export interface Site {
  readonly origin: string
  readonly port: number
  readonly logFile: string
  /** The superuser's eyes: what a refusal must not have changed is looked up behind the pages. */
  readonly db: Client
  /** Makes every row what it was when the site opened, so that no journey finds what another left. */
  restore(): Promise<void>
  /** @returns the cookies of somebody who has signed in before */
  cookiesOf(person: Person): Cookie[]
}

export interface Cookie {
  readonly name: string
  readonly value: string
}

export async function openSite(): Promise<{ site: Site; close: () => Promise<void> }> {
  const stage = readStage()
  const databases = databasesAt(stage.cluster)
  const database = `journeys_${randomUUID().replaceAll('-', '')}`
  await databases.createDatabase(database, { template: stage.template })
  const mailbox = await startMailbox(join(runFolder(), database))
  const server = await startServer(stage, { database, mail: mailbox })
  const db = new Client({ connectionString: databases.superuserUrl(database) })
  await db.connect()
  const rows = await watchRows(db)
  const atStart = await rows.look()
  const site: Site = {
    origin: server.origin,
    port: server.port,
    logFile: server.logFile,
    db,
    restore: async () => rows.undo(changesBetween(atStart, await rows.look())),
    cookiesOf: (person) => parseCookies(stage.cookies[person] ?? ''),
  }
  const close = async (): Promise<void> => {
    await server.stop()
    await mailbox.stop()
    await db.end()
    await databases.dropDatabase(database)
  }
  return { site, close }
}

function parseCookies(header: string): Cookie[] {
  const pairs = header.split('; ').filter((pair) => pair !== '')
  if (pairs.length === 0) throw new Error('this person has not signed in')
  return pairs.map((pair) => {
    const [name = ''] = pair.split('=', 1)
    return { name, value: pair.slice(name.length + 1) }
  })
}
