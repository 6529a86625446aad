/**
 * Once per run, whichever of the two projects come in it: a build to test, a PostgreSQL of its own,
 * and in it one database that is migrated and seeded. Test files copy that one (see database.ts), so
 * none sees another's changes.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { type Kind, readEntrances } from '../../scripts/entrances'
import {
  type ClusterAddress,
  type LocalPostgres,
  startLocalPostgres,
} from '../../scripts/local-postgres'
import { migrateDatabase } from '../../scripts/migrate'
import { buildIfStale } from '../../scripts/running/build'
import { type PersonaSession, signPersonasIn } from './persona-sessions'

const ROOT = join(import.meta.dirname, '../..')

export const TEMPLATE = 'gatehouse_template'

export interface DeclaredFunction {
  readonly method: string
  readonly kind: Kind
}

declare module 'vitest' {
  export interface ProvidedContext {
    readonly cluster: ClusterAddress
    /** The cluster's log, in which each entry begins with the database and the login it is about. */
    readonly clusterLog: string
    /** Signs the cookies and the audit chains of this run. */
    readonly authSecret: string
    /** A session of each persona, by their key; no database holds it yet. */
    readonly sessions: Readonly<Record<string, PersonaSession>>
    /** Each server function by its id, as declared. */
    readonly functions: Readonly<Record<string, DeclaredFunction>>
  }
}

interface Stage {
  readonly cluster: LocalPostgres
  readonly authSecret: string
  readonly sessions: Readonly<Record<string, PersonaSession>>
}

/** Each project loads this file anew, so what they share can't be kept in it. */
const shared = globalThis as { gatehouseStage?: Promise<Stage> }

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  shared.gatehouseStage ??= prepare()
  const { cluster, authSecret, sessions } = await shared.gatehouseStage
  project.provide('cluster', cluster.address)
  project.provide('clusterLog', cluster.logFile)
  project.provide('authSecret', authSecret)
  project.provide('sessions', sessions)
  project.provide('functions', declaredFunctions())
  return () => cluster.stop()
}

async function prepare(): Promise<Stage> {
  // `npm test` has built already and says so; a single run builds what has changed.
  if (process.env.GATEHOUSE_BUILT !== '1') await buildIfStale()
  const cluster = await startLocalPostgres({
    name: 'test',
    ephemeral: true,
    settings: { log_line_prefix: '<%d %u> ', max_connections: '200' },
  })
  try {
    const authSecret = `only-here-${randomBytes(32).toString('base64url')}`
    await cluster.createDatabase(TEMPLATE)
    await migrateDatabase(cluster.ownerUrl(TEMPLATE))
    await seed(cluster.appUrl(TEMPLATE), authSecret)
    const sessions = await signPersonasIn(cluster, TEMPLATE, authSecret)
    return { cluster, authSecret, sessions }
  } catch (error) {
    await cluster.stop()
    throw error
  }
}

/** In a process of its own: it opens a pool, and a template must have no open connections. */
async function seed(appUrl: string, authSecret: string): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: 'test',
    DATABASE_URL: appUrl,
    AUTH_SECRET: authSecret,
    APP_URL: 'http://localhost:3000',
  }
  const tsx = join(ROOT, 'node_modules/tsx/dist/cli.mjs')
  const child = spawn(process.execPath, [tsx, join(ROOT, 'scripts/seed.ts')], {
    cwd: ROOT,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  if (code !== 0) throw new Error(`the seed ended with ${code}`)
}

function declaredFunctions(): Record<string, DeclaredFunction> {
  const functions = readEntrances(ROOT).filter(({ type }) => type === 'function')
  return Object.fromEntries(
    functions.map(({ file, name, methods, kind }) => {
      const noun = /features\/([^/]+)\//.exec(file)?.[1] ?? 'app'
      return [`${noun}.${name}`, { method: methods[0] ?? 'GET', kind }]
    }),
  )
}
