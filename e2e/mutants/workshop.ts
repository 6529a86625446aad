/** Where the copies are made: a temporary folder with the sources as they were at the start. */
import { mkdir, mkdtemp, readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../../scripts/running/files.ts'
import { processIdentity } from '../../scripts/running/process-identity.ts'
import { attack, build } from './attack.ts'
import type { Mutant, TestName } from './mutant.ts'
import { copySources, linkPackages, mutate, removeTree } from './tree.ts'
import { failed, judge, judgeControl, type Verdict } from './verdict.ts'

/** Followed by the process that works there. */
const PREFIX = 'gatehouse-mutants-'

export interface Workshop {
  readonly folder: string
  /** The sources as they were, unbroken. */
  readonly sources: string
  /** Where the commands leave what they don't clean up. */
  readonly scratch: string
  close(): Promise<void>
}

export async function openWorkshop(): Promise<Workshop> {
  await sweep()
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  const sources = join(folder, 'sources')
  const scratch = join(folder, 'scratch')
  await mkdir(scratch)
  await copySources(projectFolder, sources)
  return { folder, sources, scratch, close: () => removeTree(folder) }
}

/** Removes what runs have left that were killed before they could. */
async function sweep(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : 0
    if (pid > 0 && processIdentity(pid) === undefined) await removeTree(join(tmpdir(), name))
  }
}

/** Breaks, builds and attacks one copy. Never rejects: what cannot be tried has failed. */
export function tryMutant(workshop: Workshop, mutant: Mutant): Promise<Verdict> {
  return inCopy(workshop, async (tree) => {
    await mutate(tree, mutant)
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
  const tree = await mkdtemp(join(folder, 'copy-'))
  try {
    await copySources(sources, tree)
    await linkPackages(projectFolder, tree)
    return await work(tree)
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error)
    return failed(text.startsWith('stale: ') ? 'STALE' : 'could not be tried', text)
  } finally {
    await removeTree(tree)
  }
}
