/** The commands that are run in the copies: each to its end, or to ours. */
import type { ChildProcess } from 'node:child_process'
import { stripVTControlCharacters } from 'node:util'
import {
  childExit,
  endChild,
  settlesWithin,
  startChild,
} from '../../scripts/running/child-processes.ts'

export interface Command {
  readonly program: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

export interface Ended {
  readonly code: number
  readonly output: string
}

const running = new Set<ChildProcess>()
let givenUp = false

/** @returns its exit code and all it printed; a command that takes too long has failed */
export async function run({ program, args, cwd, env, timeoutMs }: Command): Promise<Ended> {
  if (givenUp) return { code: 1, output: 'given up' }
  const child = startChild(program, [...args], {
    cwd,
    env: { ...ownEnvironment(), ...env },
    // A process group of its own, so that all it has started can be ended with it.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let output = ''
  const listen = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout?.on('data', listen)
  child.stderr?.on('data', listen)
  const inTime = await settlesWithin(timeoutMs, childExit(child))
  await endChild(child, { graceMs: 5_000, group: true })
  running.delete(child)
  if (!inTime) output += `\nended after ${timeoutMs / 1000} s`
  return { code: inTime ? await childExit(child) : 1, output: stripVTControlCharacters(output) }
}

/** Whether this run was asked to stop: what fails from then on says nothing. */
export function isGivenUp(): boolean {
  return givenUp
}

/** Ends whatever runs, for a run that is given up; nothing more is started. */
export async function endAll(): Promise<void> {
  givenUp = true
  await Promise.all([...running].map((child) => endChild(child, { graceMs: 10_000, group: true })))
}

/** Ours, without what would colour the output or change what the suite does. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, UPDATE_MATRIX: __, ...own } = process.env
  return { ...own, NO_COLOR: '1', CI: '1' }
}
