/** The built server inside the test's own process, on a database of the test's own. */
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { beforeAll, inject } from 'vitest'
import type { PersonaKey } from '~/features/demo/personas'
import { type Caller, callerWith, signIn, type Transport } from './caller'
import { createTestDatabase, type Database } from './database'

/** What the build exports. */
interface ServerModule {
  readonly default: { fetch(request: Request): Promise<Response> }
  assertReady(): Promise<void>
  stop(): Promise<void>
}

export interface App extends Transport {
  readonly database: Database
  readonly nobody: Caller
  /** Signs in through the front door, once per person; the same session ever after. */
  as(who: PersonaKey | (string & {})): Promise<Caller>
  assertReady(): Promise<void>
}

type Settings = Readonly<Record<string, string>>

/**
 * Loads the build for the tests of this file. The environment is read once per process, and each
 * test file has a process of its own, so this is called once in a file.
 *
 * @param settings environment variables beside the usual ones
 * @param prepare what happens to the database before the app first sees it
 */
export function appForFile(
  settings: Settings = {},
  prepare: (database: Database) => Promise<void> = () => Promise.resolve(),
): App {
  const origin = 'http://localhost:3000'
  let server: ServerModule | undefined
  let database: Database | undefined
  const sessions = new Map<string, Promise<Caller>>()
  beforeAll(async () => {
    const { drop, ...made } = await createTestDatabase()
    database = made
    await prepare(made)
    Object.assign(process.env, environmentFor(database.url('app'), origin), settings)
    server = await loadServer()
    return async () => {
      await server?.stop()
      await drop()
    }
  })
  const transport: Transport = {
    origin,
    send: async (request) => required(server).default.fetch(request),
  }
  return {
    ...transport,
    nobody: callerWith(transport),
    get database() {
      return required(database)
    },
    as(who) {
      const known = sessions.get(who) ?? signIn(transport, who)
      sessions.set(who, known)
      return known
    },
    assertReady: () => required(server).assertReady(),
  }
}

/** The environment of a server under test: the production's, with room for many sign-ins. */
export function environmentFor(databaseUrl: string, origin: string): Settings {
  return {
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: inject('authSecret'),
    APP_URL: origin,
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    SIGN_IN_LIMIT_PER_ADDRESS: '10000',
    SIGN_IN_LIMIT_PER_ACCOUNT: '10000',
  }
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
