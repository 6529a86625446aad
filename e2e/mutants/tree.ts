/**
 * Copies of the sources to break, each with the installed packages linked into it. Nothing here
 * blocks: the TypeScript runner kills a process that doesn't answer a signal at once.
 */
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
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
export async function copySources(from: string, to: string): Promise<void> {
  const isSource = (path: string): boolean => {
    const isTop = dirname(path) === from
    return !(isTop && (NOT_SOURCES.has(basename(path)) || basename(path).startsWith('.')))
  }
  await cp(from, to, { recursive: true, filter: isSource })
}

/** Makes the packages of another tree this one's. */
export async function linkPackages(from: string, to: string): Promise<void> {
  await symlink(join(from, 'node_modules'), join(to, 'node_modules'), 'junction')
}

/**
 * Breaks a copy.
 *
 * @throws Error when a text is not there, or not once: the mutant is of other sources than these
 */
export async function mutate(tree: string, { edits, additions = [] }: Mutant): Promise<void> {
  for (const edit of edits) await replaceOnce(tree, edit)
  for (const addition of additions) await add(tree, addition)
}

export async function removeTree(tree: string): Promise<void> {
  await rm(tree, { recursive: true, force: true, maxRetries: 5 })
}

async function replaceOnce(tree: string, { file, find, replace }: Edit): Promise<void> {
  const path = join(tree, file)
  const text = await readFile(path, 'utf8').catch(() => '')
  const [before, after, ...more] = text.split(find)
  if (before === undefined || after === undefined || more.length > 0) {
    const times = after === undefined ? 'not' : `${more.length + 1} times`
    throw new Error(`stale: ${times} in ${file}: ${find}`)
  }
  await writeFile(path, before + replace + after)
}

async function add(tree: string, { file, text }: Addition): Promise<void> {
  const path = join(tree, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text, { flag: 'wx' })
}
