/**
 * A lock that survives its holder's `kill -9`: the file names the process, and a process that no
 * longer runs holds nothing.
 */
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { processIdentity } from './process-identity.ts'

/** What a lock file says about the process that holds it. */
export interface LockHolder {
  pid: number
  identity: string
  /** Anything the holder wants others to know, for example its address. */
  note?: string
}

/** A lock that this process holds. */
export interface Lock {
  /** Replaces the note that others read. */
  setNote(note: string): void
  release(): void
}

/** Takes the lock, or tells who has it. */
export function takeLock(file: string): { lock: Lock } | { holder: LockHolder } {
  const mine: LockHolder = { pid: process.pid, identity: processIdentity(process.pid) ?? 'unknown' }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 })
  try {
    // link() fails when the lock exists and shows a whole file when it doesn't: no half-written lock.
    for (let attempt = 0; attempt < 20; attempt++) {
      try {
        linkSync(draft, file)
        return { lock: heldLock(file, mine) }
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      }
      const holder = readHolder(file)
      if (holder) return { holder }
      discardStale(file)
    }
    throw new Error(`could not take the lock ${file}`)
  } finally {
    rmSync(draft, { force: true })
  }
}

/** The running process that holds the lock, if any. */
export function readHolder(file: string): LockHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as LockHolder // our own file: the shape is checked by the comparison below
    return processIdentity(holder.pid) === holder.identity ? holder : undefined
  } catch {
    return undefined
  }
}

function heldLock(file: string, mine: LockHolder): Lock {
  return {
    setNote(note) {
      const draft = `${file}.${process.pid}`
      writeFileSync(draft, JSON.stringify({ ...mine, note }), { mode: 0o600 })
      renameSync(draft, file)
    },
    release() {
      if (readHolder(file)?.pid === process.pid) rmSync(file, { force: true })
    },
  }
}

function discardStale(file: string): void {
  // Rename first: of several processes that found the same dead lock, one moves it away.
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
