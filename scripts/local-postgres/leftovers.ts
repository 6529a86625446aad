/** Cleaning up after processes that were killed before they could clean up themselves. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { readHolder } from '../running/lock-file.ts'
import { commandLine, processIdentity } from '../running/process-identity.ts'
import { ephemeralPrefix, temporaryFolder } from './cluster-home.ts'
import type { OperatingUser } from './operating-user.ts'
import { readPidFile } from './server-process.ts'

/**
 * Stops a postgres that still serves this data folder although its owner is gone. The caller holds
 * the folder's lock, so no living owner is cut off. A pid file that names anybody else's process is
 * only a stale file, and removed, because Postgres itself would take it for a running server.
 */
export async function stopLeftoverServer(dataDir: string): Promise<void> {
  const pid = readPidFile(dataDir)?.pid
  if (pid === undefined) return
  if (servesThis(pid, dataDir)) await endProcess(pid)
  if (readPidFile(dataDir)?.pid === pid) rmSync(join(dataDir, 'postmaster.pid'), { force: true })
}

/** Removes temporary clusters whose owner is gone, stopping their postgres first. */
export async function sweepLeftovers(user: OperatingUser | undefined): Promise<void> {
  const base = temporaryFolder(user)
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(ephemeralPrefix))) {
    const folder = join(base, name)
    const found = statSync(folder, { throwIfNoEntry: false })
    if (!found?.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) continue
    // One that is seconds old may not have its lock yet.
    if (Date.now() - found.ctimeMs < 10_000 || readHolder(join(folder, 'lock'))) continue
    await stopLeftoverServer(join(folder, 'data'))
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether this process is a postgres on this data folder: named so in its own command line, where we put it. */
function servesThis(pid: number, dataDir: string): boolean {
  const line = commandLine(pid)
  const isPostgres = basename(line[0] ?? '') === 'postgres' && line.includes(dataDir)
  return (
    isPostgres ||
    (line.length === 1 &&
      /(^|\/)postgres\s/.test(line[0] ?? '') &&
      (line[0] ?? '').includes(dataDir))
  )
}

/** SIGINT is Postgres' fast shutdown, SIGQUIT its immediate one. */
async function endProcess(pid: number): Promise<void> {
  const identity = processIdentity(pid)
  for (const [signal, patienceMs] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (processIdentity(pid) !== identity) return
    process.kill(pid, signal)
    for (let waited = 0; waited < patienceMs && processIdentity(pid) === identity; waited += 20)
      await sleep(20)
  }
}
