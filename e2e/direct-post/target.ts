/** One server with one database, and what there is to ask it: each worker attacks its own. */
import { randomUUID } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { databasesAt } from '../../scripts/local-postgres.ts'
import { type Answer, type Call, send } from '../harness/http.ts'
import { type RunningServer, startServer } from '../harness/server.ts'
import { readStage, type Stage } from '../harness/stage.ts'
import type { Caller } from './principals.ts'
import { changesBetween, type RowWatch, tablesOf, watchRows } from '../harness/snapshot.ts'
import { readWorld, type World } from './world.ts'

export interface Target {
  readonly server: RunningServer
  readonly world: World
  /** The superuser's eyes. */
  readonly db: Client
  /** How to look with another pair. */
  readonly connection: ClientConfig
  readonly rows: RowWatch
  /** Signs the cookies of this run: for forging them with another. */
  readonly secret: string
  readonly counts: { sent: number; refused: number }
  send(call: Call): Promise<Answer>
  /** @returns the Cookie header of a caller, none for the anonymous one */
  cookies(caller: Caller): Record<string, string>
  /** @returns the tables that are not as they were at the start, the denials excepted */
  changedTables(exempt?: readonly string[]): Promise<readonly string[]>
}

export async function openTarget(demo = true): Promise<{
  target: Target
  close: () => Promise<void>
}> {
  const stage = readStage()
  const databases = databasesAt(stage.cluster)
  const database = `e2e_${randomUUID().replaceAll('-', '')}`
  await databases.createDatabase(database, { template: stage.template })
  const server = await startServer(stage, { database, demo })
  const connection = { connectionString: databases.superuserUrl(database) }
  const db = new Client(connection)
  await db.connect()
  const target = await describe(stage, server, db, connection)
  const close = async (): Promise<void> => {
    await server.stop()
    await db.end()
    await databases.dropDatabase(database)
  }
  return { target, close }
}

async function describe(
  stage: Stage,
  server: RunningServer,
  db: Client,
  connection: ClientConfig,
): Promise<Target> {
  const world = await readWorld(db, stage.secret)
  const rows = await watchRows(db)
  const atStart = await rows.look()
  const counts = { sent: 0, refused: 0 }
  return {
    server,
    world,
    db,
    connection,
    rows,
    counts,
    secret: stage.secret,
    async send(call) {
      const answer = await send(server.port, call)
      counts.sent += 1
      if (answer.status >= 400) counts.refused += 1
      return answer
    },
    cookies: (caller) => cookieHeader(stage.cookies, caller),
    async changedTables(exempt) {
      return tablesOf(changesBetween(atStart, await rows.look()), exempt)
    },
  }
}

function cookieHeader(cookies: Stage['cookies'], caller: Caller): Record<string, string> {
  if (caller === 'anonymous') return {}
  const cookie = cookies[caller]
  if (cookie === undefined) throw new Error(`${caller} has not signed in`)
  return { cookie }
}
