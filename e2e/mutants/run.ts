/**
 * `npm run e2e:mutants`: is the rejection suite any good? Each guard of the product is broken in
 * turn, in a copy of the sources, and the suite must turn red and say what is broken.
 *
 * `npm run e2e:mutants -- quota csrf` tries only the mutants whose names hold one of the words.
 */
import { buildIfStale } from '../../scripts/running/build.ts'
import { duration } from '../../scripts/running/progress.ts'
import { stopWhenAsked } from '../../scripts/running/stop-signals.ts'
import { prepareStage } from '../harness/prepare-stage.ts'
import { setRunFolder } from '../harness/stage.ts'
import { MUTANTS } from './list/all-mutants.ts'
import type { Mutant } from './mutant.ts'
import { endAll, isGivenUp } from './processes.ts'
import { trialsOf, tryAll } from './trials.ts'
import { openWorkshop, type Workshop } from './workshop.ts'

const started = performance.now()
const workshop = await openWorkshop()
let takeDown = (): Promise<void> => Promise.resolve()
stopWhenAsked(async () => {
  await endAll()
  await cleanUp()
  return 130
})
try {
  process.exitCode = await main(workshop, chosen(process.argv.slice(2)))
} catch (error) {
  // Whatever fails because we were asked to stop has nothing to say.
  if (!isGivenUp()) throw error
} finally {
  if (!isGivenUp()) await cleanUp()
}
// Asked to stop: that exits when everything is cleared away.
if (!isGivenUp()) process.exit()

async function main(workshop: Workshop, mutants: readonly Mutant[]): Promise<number> {
  await buildIfStale()
  setRunFolder(workshop.folder)
  takeDown = await prepareStage(workshop.folder)
  const { passed, failed } = await tryAll(trialsOf(workshop, mutants))
  if (isGivenUp()) return 130
  console.log(`\nIn ${duration(started)}:\n${passed} passed, ${failed} failed`)
  return failed === 0 && passed > 0 ? 0 : 1
}

function chosen(words: readonly string[]): readonly Mutant[] {
  const mutants = MUTANTS.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  )
  if (mutants.length === 0) throw new Error(`no mutant is called ${words.join(' or ')}`)
  return mutants
}

async function cleanUp(): Promise<void> {
  await takeDown()
  await workshop.close()
}
