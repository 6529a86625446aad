/**
 * Who runs Postgres. It refuses to run as root, and root in a container is common, so root lends it
 * an unprivileged user that the machine already has; anybody else runs it as themselves.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** An unprivileged user to start processes as. */
export interface OperatingUser {
  name: string
  uid: number
  gid: number
}

/** The user to run Postgres as, or undefined when this process is not root and runs it as itself. */
export function operatingUser(): OperatingUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  const entries = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const wanted of ['postgres', 'nobody']) {
    const entry = entries.find(([name]) => name === wanted)
    const [uid, gid] = [Number(entry?.[2]), Number(entry?.[3])]
    if (uid > 0 && gid > 0) return { name: wanted, uid, gid }
  }
  throw new Error(
    'Postgres refuses to run as root, and this machine has neither a user "postgres" nor "nobody" to run it as. Run the command as an ordinary user.',
  )
}

/** Whether that user can pass through this folder. Asked of the system itself: permission bits alone don't know about ACLs and mounts. */
export function canReach(user: OperatingUser | undefined, folder: string): boolean {
  if (!user) return true
  return (
    spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', folder], {
      uid: user.uid,
      gid: user.gid,
      cwd: '/',
    }).status === 0
  )
}
