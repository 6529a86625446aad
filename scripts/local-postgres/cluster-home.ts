/** Where a cluster lives: its data, its log and its passwords, in one folder of our own. */
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../running/files.ts'
import { type OperatingUser, canReach } from './operating-user.ts'

/** The names of temporary clusters start with this; see `sweepLeftovers`. */
export const ephemeralPrefix = 'gatehouse-postgres-'

/** The files of one cluster. */
export interface ClusterHome {
  folder: string
  dataDir: string
  logFile: string
  lockFile: string
  passwordsFile: string
}

/** The passwords of the three logins. */
export interface Passwords {
  postgres: string
  gatehouse_owner: string
  gatehouse_app: string
}

/** A folder that stays: `.gatehouse/<name>` in the project, or in the spare folder when the user that runs Postgres can't come there. */
export function persistentHome(name: string, user: OperatingUser | undefined): ClusterHome {
  const own = join(projectFolder, '.gatehouse')
  mkdirSync(own, { recursive: true })
  const folder =
    canReach(user, own) && keepsPermissions(own) ? join(own, name) : join(spareFolder(user), name)
  mkdirSync(folder, { recursive: true })
  return homeIn(folder, user)
}

/** A folder that is removed when the cluster stops. */
export function ephemeralHome(user: OperatingUser | undefined): ClusterHome {
  return homeIn(mkdtempSync(join(temporaryFolder(user), ephemeralPrefix)), user)
}

/** The folder for temporary clusters. */
export function temporaryFolder(user: OperatingUser | undefined): string {
  return process.platform === 'win32' || canReach(user, tmpdir()) ? tmpdir() : '/var/tmp'
}

/** A folder outside the project, for one that the user who runs Postgres can't enter (a clone in root's home). */
export function spareFolder(user: OperatingUser | undefined): string {
  const base = process.platform === 'win32' ? tmpdir() : '/var/tmp'
  const project = createHash('sha256').update(projectFolder).digest('hex').slice(0, 12)
  const folder = join(base, `gatehouse-${process.getuid?.() ?? 'user'}-${project}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Anybody can make folders there. One that waits for us under this name is not to be trusted.
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? found.uid)) {
    throw new Error(
      `${folder} belongs to somebody else; remove it, or move the project to a folder that the user ${user?.name ?? 'running this'} can read`,
    )
  }
  letThrough(folder, user)
  return folder
}

/** The passwords of this cluster, made on first use. The file is ours alone: not even the user who runs Postgres can read it. */
export function passwordsOf(home: ClusterHome): Passwords {
  try {
    return JSON.parse(readFileSync(home.passwordsFile, 'utf8')) as Passwords // written below, by us
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const made: Passwords = {
    postgres: newPassword(),
    gatehouse_owner: newPassword(),
    gatehouse_app: newPassword(),
  }
  writeFileSync(home.passwordsFile, JSON.stringify(made), { mode: 0o600 })
  return made
}

function newPassword(): string {
  return randomBytes(24).toString('base64url') // needs no escaping, in SQL or in an address
}

function homeIn(folder: string, user: OperatingUser | undefined): ClusterHome {
  letThrough(folder, user)
  return {
    folder,
    dataDir: join(folder, 'data'),
    logFile: join(folder, 'postgres.log'),
    lockFile: join(folder, 'lock'),
    passwordsFile: join(folder, 'passwords.json'),
  }
}

/** The folder stays ours; the user who runs Postgres may only pass through it to the data. */
function letThrough(folder: string, user: OperatingUser | undefined): void {
  if (process.platform === 'win32') return
  if (user) chownSync(folder, 0, user.gid)
  chmodSync(folder, user ? 0o710 : 0o700)
}

/** Postgres refuses a data folder that others may read, and some file systems (shared ones, as a rule) can't say otherwise. */
function keepsPermissions(folder: string): boolean {
  if (process.platform === 'win32') return true
  const probe = mkdtempSync(join(folder, 'probe-'))
  try {
    chmodSync(probe, 0o700)
    return (statSync(probe).mode & 0o777) === 0o700
  } finally {
    rmSync(probe, { recursive: true })
  }
}
