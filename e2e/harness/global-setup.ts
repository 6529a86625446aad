/**
 * Before the first test: the build and the stage. After the last one: what was counted, and nothing
 * of it left running.
 *
 * `GATEHOUSE_BUILT=1` says that `dist` is up to date; otherwise it is built where it isn't.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../../scripts/running/build.ts'
import { reportTallies } from '../direct-post/tally.ts'
import { prepareStage } from './prepare-stage.ts'
import { setRunFolder, stageIsSet } from './stage.ts'

export default async function globalSetup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-e2e-'))
  setRunFolder(folder)
  // Interrupted while setting up, Playwright exits without a teardown.
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', remove)
  const takeDown = await setUp(folder)
  return async () => {
    try {
      reportTallies()
    } finally {
      await takeDown()
      remove()
    }
  }
}

async function setUp(folder: string): Promise<() => Promise<void>> {
  if (process.env.GATEHOUSE_BUILT !== '1') await buildIfStale()
  // The mutants' runner sets one stage for all of its runs.
  return stageIsSet() ? () => Promise.resolve() : prepareStage(folder)
}
