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
import { unbroken } from './gate-files.ts'
import { MUTANTS } from './list/all-mutants.ts'
import type { Mutant } from './mutant.ts'
import { endAll } from './processes.ts'
import { failed, type Verdict } from './verdict.ts'
import { openWorkshop, tryControl, tryMutant, type Workshop } from './workshop.ts'

/** Each is a build, a server and a suite. */
const AT_ONCE = 2

interface Trial {
  readonly name: string
  readonly run: () => Promise<Verdict>
}

const started = performance.now()
const workshop = openWorkshop()
let takeDown = (): Promise<void> => Promise.resolve()
stopWhenAsked(async () => {
  await endAll()
  await cleanUp()
  return 130
})
try {
  process.exitCode = await main(workshop, chosen(process.argv.slice(2)))
} finally {
  await cleanUp()
}
process.exit()

async function main(workshop: Workshop, mutants: readonly Mutant[]): Promise<number> {
  await buildIfStale()
  setRunFolder(workshop.folder)
  takeDown = await prepareStage(workshop.folder)
  const controls = mutants.filter(({ additions }) => additions === undefined)
  const trials: Trial[] = [
    {
      name: 'every gate file has a mutant',
      run: () => Promise.resolve(everyGateFile(workshop)),
    },
    {
      name: 'nothing broken (the control)',
      run: () =>
        tryControl(
          workshop,
          controls.map(({ killedBy }) => killedBy),
        ),
    },
    ...mutants.map((mutant) => ({
      name: mutant.name,
      run: () => tryMutant(workshop, mutant),
    })),
  ]
  const verdicts = await tryAll(trials)
  const passed = verdicts.filter((verdict) => verdict.passed).length
  console.log(`\nIn ${duration(started)}:\n${passed} passed, ${verdicts.length - passed} failed`)
  return passed === verdicts.length ? 0 : 1
}

function everyGateFile({ sources }: Workshop): Verdict {
  const problems = unbroken(sources, MUTANTS)
  if (problems.length > 0) return failed('no', problems.join('\n'))
  return { passed: true, words: 'yes' }
}

function chosen(words: readonly string[]): readonly Mutant[] {
  const mutants = MUTANTS.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  )
  if (mutants.length === 0) throw new Error(`no mutant is called ${words.join(' or ')}`)
  return mutants
}

async function tryAll(trials: readonly Trial[]): Promise<Verdict[]> {
  const waiting = trials.values()
  const verdicts: Verdict[] = []
  const lane = async (): Promise<void> => {
    for (const { name, run } of waiting) {
      const began = performance.now()
      const verdict = await run()
      verdicts.push(verdict)
      tell(name, verdict, duration(began))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  return verdicts
}

function tell(name: string, { passed, words, details }: Verdict, took: string): void {
  console.log(`${passed ? '✓' : '✗'} ${name.padEnd(60)} ${words.padEnd(24)} ${took.padStart(10)}`)
  if (details !== undefined) console.log(`\n${details.replaceAll(/^/gm, '    ')}\n`)
}

async function cleanUp(): Promise<void> {
  await takeDown()
  workshop.close()
}
