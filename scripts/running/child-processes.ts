/** Starting, watching and ending child processes so that none outlives the command that started it. */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Tells the system to send a process a signal when its parent ends. Part of util-linux since 2019. */
const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path))
let setprivWorks: boolean | undefined

/**
 * Wraps a command so that the system ends it when this process dies, even by `kill -9`. Linux only;
 * elsewhere the command comes back as it was.
 */
function diesWithParent(
  command: string,
  args: string[],
  signal: 'INT' | 'TERM' | 'KILL',
): [string, string[]] {
  if (setpriv === undefined) return [command, args]
  setprivWorks ??= spawnSync(setpriv, ['--pdeathsig', 'TERM', 'true']).status === 0
  return setprivWorks ? [setpriv, ['--pdeathsig', signal, '--', command, ...args]] : [command, args]
}

/** Starts a child that ends with this process. `detached` gives it a process group of its own, so that Ctrl-C reaches only us and we decide the order of stopping. */
export function startChild(
  command: string,
  args: string[],
  options: SpawnOptions & { endWith?: 'INT' | 'TERM' | 'KILL' } = {},
): ChildProcess {
  const { endWith = 'TERM', ...spawnOptions } = options
  const [program, programArgs] = diesWithParent(command, args, endWith)
  return spawn(program, programArgs, { windowsHide: true, ...spawnOptions })
}

/** Settles when the child has ended, with its exit code (128 + signal number is not used: a signal counts as 1). */
export function childExit(child: ChildProcess): Promise<number> {
  if (hasEnded(child)) return Promise.resolve(child.exitCode ?? 1)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1)) // it never started
  })
}

/** Whether the child has ended. */
export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

/** Waits for a promise, but no longer than this; true when it settled in time. */
export async function settlesWithin(
  milliseconds: number,
  promise: Promise<unknown>,
): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const settled = promise.then(
    () => true,
    () => true,
  )
  try {
    return await Promise.race([settled, timeout])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Ends a child: politely, then after `graceMs` without asking. With `group`, everything in its
 * process group is ended as well (the child must have been started `detached`).
 */
export async function endChild(
  child: ChildProcess,
  options: { signal?: NodeJS.Signals; graceMs: number; group?: boolean },
): Promise<void> {
  const exited = childExit(child)
  if (!hasEnded(child)) {
    signalChild(child, options.signal ?? 'SIGTERM', options.group ?? false)
    if (!(await settlesWithin(options.graceMs, exited)))
      signalChild(child, 'SIGKILL', options.group ?? false)
  }
  await exited
  if (options.group) signalChild(child, 'SIGKILL', true) // what the child itself left behind
}

function signalChild(child: ChildProcess, signal: NodeJS.Signals, group: boolean): void {
  if (child.pid === undefined) return
  try {
    process.kill(group && process.platform !== 'win32' ? -child.pid : child.pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
