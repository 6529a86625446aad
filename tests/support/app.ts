/** The built server inside the test's own process, on a database of the test's own. */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { beforeAll, inject } from 'vitest'
import type { PersonaKey } from '~/features/demo/personas'
import { type Caller, callerWith, signIn, type Transport } from './caller'
import type { Database } from './database'
import { createOwnDatabase, ORIGIN, type Settings } from './own-database'

/** What the build exports. */
interface ServerModule {
  readonly default: { fetch(request: Request): Promise<Response> }
  assertReady(): Promise<void>
}

export interface App extends Transport {
  readonly database: Database
  readonly nobody: Caller
  /**
   * Somebody who is signed in; the same session ever after. The demo's people come with one, made
   * where the run began, and others sign in through the front door.
   */
  as(who: PersonaKey | (string & {})): Promise<Caller>
  assertReady(): Promise<void>
}

/**
 * Loads the build for the tests of this file, or finds it loaded by a file before.
 *
 * @param settings environment variables beside the usual ones; a file that has some is named in
 *   ALONE of vitest.config.ts
 * @param prepare what happens to the database before the app first sees it
 */
export function appForFile(
  settings: Settings = {},
  prepare: (database: Database) => Promise<void> = () => Promise.resolve(),
): App {
  let server: ServerModule | undefined
  let database: Database | undefined
  const sessions = new Map<string, Promise<Caller>>()
  beforeAll(async () => {
    const { drop, ...made } = await createOwnDatabase(settings)
    database = made
    await prepare(made)
    server = await loadServer()
    return drop
  })
  const transport: Transport = {
    origin: ORIGIN,
    send: async (request) => required(server).default.fetch(request),
  }
  return {
    ...transport,
    nobody: callerWith(transport),
    get database() {
      return required(database)
    },
    as(who) {
      const known = sessions.get(who) ?? enter(transport, required(database), who)
      sessions.set(who, known)
      return known
    },
    assertReady: () => required(server).assertReady(),
  }
}

async function enter(transport: Transport, database: Database, who: string): Promise<Caller> {
  const session = inject('sessions')[who]
  if (session === undefined) return signIn(transport, who)
  await database.query(
    'insert into auth.session select * from jsonb_populate_record(null::auth.session, $1::jsonb)',
    [session.row],
  )
  return callerWith(transport, session.cookie)
}

async function loadServer(): Promise<ServerModule> {
  const entry = join(import.meta.dirname, '../../dist/server/server.js')
  // The build is made after this file is checked, so its type is stated here.
  return (await import(/* @vite-ignore */ pathToFileURL(entry).href)) as ServerModule
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('used before beforeAll has run')
  return value
}
