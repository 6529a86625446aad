/** Copies of the sources to break, each with the installed packages linked into it. */
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Addition, Edit, Mutant } from './mutant.ts'

/** Made by commands and not written by people; hidden ones as well. */
const NOT_SOURCES: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'coverage',
  'test-results',
  'playwright-report',
])

/** Copies a tree's sources, without what is installed, built or secret. */
export function copySources(from: string, to: string): void {
  const isSource = (path: string): boolean => {
    if (path === from) return true
    const isTop = dirname(path) === from
    return !(isTop && (NOT_SOURCES.has(basename(path)) || basename(path).startsWith('.')))
  }
  cpSync(from, to, { recursive: true, filter: isSource })
}

/** Makes the packages of another tree this one's. */
export function linkPackages(from: string, to: string): void {
  symlinkSync(join(from, 'node_modules'), join(to, 'node_modules'), 'junction')
}

/**
 * Breaks a copy.
 *
 * @throws Error when a text is not there, or not once: the mutant is of other sources than these
 */
export function mutate(tree: string, { edits, additions = [] }: Mutant): void {
  for (const edit of edits) replaceOnce(tree, edit)
  for (const addition of additions) add(tree, addition)
}

export function removeTree(tree: string): void {
  rmSync(tree, { recursive: true, force: true })
}

function replaceOnce(tree: string, { file, find, replace }: Edit): void {
  const path = join(tree, file)
  const [before, after, ...more] = readFileSync(path, 'utf8').split(find)
  if (before === undefined || after === undefined || more.length > 0) {
    const times = after === undefined ? 'not' : `${more.length + 1} times`
    throw new Error(`stale: ${times} in ${file}: ${find}`)
  }
  writeFileSync(path, before + replace + after)
}

function add(tree: string, { file, text }: Addition): void {
  const path = join(tree, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text, { flag: 'wx' })
}
