/** Where the copies are made: a temporary folder with the sources as they were at the start. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../../scripts/running/files.ts'
import { attack, build } from './attack.ts'
import type { Mutant, TestName } from './mutant.ts'
import { copySources, linkPackages, mutate, removeTree } from './tree.ts'
import { failed, judge, judgeControl, type Verdict } from './verdict.ts'

export interface Workshop {
  readonly folder: string
  /** The sources as they were, unbroken. */
  readonly sources: string
  /** Where the commands leave what they don't clean up. */
  readonly scratch: string
  close(): void
}

export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-mutants-'))
  const sources = join(folder, 'sources')
  const scratch = join(folder, 'scratch')
  mkdirSync(scratch)
  copySources(projectFolder, sources)
  return { folder, sources, scratch, close: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Breaks, builds and attacks one copy. Never rejects: what cannot be tried has failed. */
export function tryMutant(workshop: Workshop, mutant: Mutant): Promise<Verdict> {
  return inCopy(workshop, async (tree) => {
    mutate(tree, mutant)
    const built = await build(tree, workshop.scratch)
    if (built.code !== 0) return failed('did not build', built.output)
    return judge(mutant, await attack(tree, workshop.scratch, [mutant.killedBy]))
  })
}

/** The same with nothing broken: every test that is to notice something is green without it. */
export function tryControl(workshop: Workshop, tests: readonly TestName[]): Promise<Verdict> {
  return inCopy(workshop, async (tree) => {
    const built = await build(tree, workshop.scratch)
    if (built.code !== 0) return failed('did not build', built.output)
    return judgeControl(tests, await attack(tree, workshop.scratch, tests))
  })
}

async function inCopy(
  { folder, sources }: Workshop,
  work: (tree: string) => Promise<Verdict>,
): Promise<Verdict> {
  const tree = mkdtempSync(join(folder, 'copy-'))
  try {
    copySources(sources, tree)
    linkPackages(projectFolder, tree)
    return await work(tree)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return failed(text.startsWith('stale: ') ? 'STALE' : 'could not be tried', text)
  } finally {
    removeTree(tree)
  }
}
