/**
 * Tells whether the process that wrote a lock file is still the same process. A pid alone is not
 * enough: after a crash or a reboot the number is given to somebody else, and a lock that trusts it
 * would either block for ever or let us stop a stranger's process.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A text that is equal for the same running process and different for any other, or undefined when no such process runs. */
export function processIdentity(pid: number): string | undefined {
  if (!Number.isInteger(pid) || pid <= 0) return undefined
  if (process.platform === 'linux') return linuxIdentity(pid)
  if (process.platform === 'win32') return isAlive(pid) ? 'alive' : undefined
  const started = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
    encoding: 'utf8',
  }).stdout.trim()
  return started === '' ? undefined : started
}

/** Whether any process has this pid. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' // it exists, and is not ours to signal
  }
}

/** The command line of a process, argument by argument where the system tells; empty when it is gone. */
export function commandLine(pid: number): string[] {
  if (process.platform === 'linux') {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, -1)
    } catch {
      return []
    }
  }
  if (process.platform === 'win32') return []
  return [
    spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim(),
  ].filter(Boolean)
}

function linuxIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in the second field may hold spaces and brackets, so count from the last bracket:
    // field 3 is the state, field 22 the start time in ticks since boot.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot}/${fields[19]}`
  } catch {
    return undefined
  }
}
