/** The two programs: initdb makes a cluster, postgres serves it. Both are started directly. */
import { type ChildProcess, spawn } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { childExit, hasEnded, startChild } from '../running/child-processes.ts'
import { lastLines } from '../running/files.ts'
import { anyFreePort } from '../running/ports.ts'
import { program } from './binaries.ts'
import type { ClusterHome } from './cluster-home.ts'
import type { OperatingUser } from './operating-user.ts'

const startTimeoutMs = 60_000

/** What both programs need to know. */
export interface Machine {
  native: string
  user: OperatingUser | undefined
  home: ClusterHome
}

/** A running postgres. */
export interface ServerProcess {
  child: ChildProcess
  pid: number
  port: number
}

/** Makes the cluster when there is none. An initdb that was interrupted leaves nothing that looks finished. */
export async function ensureCluster(
  machine: Machine,
  superuserPassword: string,
  sync: boolean,
): Promise<void> {
  const { home, native, user } = machine
  if (existsSync(join(home.dataDir, 'PG_VERSION'))) return
  const draft = `${home.dataDir}.draft`
  const passwordFile = join(home.folder, 'initdb-password')
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 })
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid)
  try {
    await run(machine, program(native, 'initdb'), [
      `--pgdata=${draft}`,
      '--username=postgres',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order and case rules on every machine, whatever locales it has.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--no-instructions',
      ...(sync ? [] : ['--no-sync']),
    ])
  } finally {
    rmSync(passwordFile, { force: true })
  }
  renameSync(draft, home.dataDir)
}

/** Starts postgres and waits until it accepts connections. A taken port is answered with another one. */
export async function startServer(
  machine: Machine,
  settings: Record<string, string>,
  wantedPort?: number,
): Promise<ServerProcess> {
  let port = wantedPort ?? (await anyFreePort())
  for (let attempt = 1; ; attempt++) {
    const startOfLog = logSize(machine.home)
    try {
      return await startOnce(machine, settings, port)
    } catch (error) {
      const log = readFileSync(machine.home.logFile, 'utf8').slice(startOfLog)
      const portTaken =
        log.includes('could not bind') || log.includes('could not create any TCP/IP sockets')
      // The children of a postgres that was killed need a moment to notice it and go.
      const predecessorEnding = log.includes('pre-existing shared memory block')
      if (attempt >= 10 || !(portTaken || predecessorEnding)) throw error
      if (portTaken) port = await anyFreePort()
      else await sleep(300)
    }
  }
}

async function startOnce(
  machine: Machine,
  settings: Record<string, string>,
  port: number,
): Promise<ServerProcess> {
  const { home, native, user } = machine
  const options = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  }
  const args = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = openSync(home.logFile, 'a', 0o600)
  // Detached: Ctrl-C in the terminal is for us, and we stop the database after what uses it.
  const child = startChild(program(native, 'postgres'), ['-D', home.dataDir, ...args], {
    endWith: 'INT',
    detached: true,
    stdio: ['ignore', log, log],
    env: programEnvironment(),
    cwd: '/',
    uid: user?.uid,
    gid: user?.gid,
  })
  closeSync(log)
  await waitUntilReady(child, home)
  return { child, port, pid: child.pid ?? 0 } // it said that it is ready, so it has a pid
}

async function waitUntilReady(child: ChildProcess, home: ClusterHome): Promise<void> {
  const exited = childExit(child)
  const deadline = Date.now() + startTimeoutMs
  while (!hasEnded(child) && child.pid !== undefined) {
    const pidFile = readPidFile(home.dataDir)
    if (pidFile?.pid === child.pid && pidFile.status === 'ready') return
    if (Date.now() > deadline) {
      child.kill('SIGQUIT')
      await exited
      throw new Error(
        `PostgreSQL did not become ready within ${startTimeoutMs / 1000} s. ${tail(home)}`,
      )
    }
    await Promise.race([sleep(10), exited])
  }
  throw new Error(`PostgreSQL could not start. ${tail(home)}`)
}

/** What a running (or killed) postgres wrote about itself into its data folder. */
export function readPidFile(
  dataDir: string,
): { pid: number; status: string | undefined } | undefined {
  try {
    const lines = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() } : undefined
  } catch {
    return undefined
  }
}

async function run(machine: Machine, command: string, args: string[]): Promise<void> {
  const { user } = machine
  const child = spawn(command, args, {
    env: programEnvironment(),
    cwd: '/',
    uid: user?.uid,
    gid: user?.gid,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.on('error', (error) => (output += error.message))
  const code = await childExit(child)
  if (code !== 0)
    throw new Error(
      `PostgreSQL could not make a database cluster (initdb ended with ${code}):\n${output.trim()}`,
    )
}

/** Little of our environment: the programs run as another user, and PGDATA or PGPORT of the caller's own Postgres must not confuse them. */
function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, LD_LIBRARY_PATH, SystemRoot, TEMP, TMP } = process.env
  return { PATH, LD_LIBRARY_PATH, SystemRoot, TEMP, TMP, LC_ALL: 'C' }
}

function logSize(home: ClusterHome): number {
  const size = statSync(home.logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size < 5_000_000) return size
  truncateSync(home.logFile)
  return 0
}

function tail(home: ClusterHome): string {
  return `The end of ${home.logFile}:\n${lastLines(home.logFile, 15)}`
}
