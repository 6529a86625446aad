/**
 * Times things beside each other, on a machine that has other things to do.
 *
 * Every round runs the baseline and each subject in turn, starting one further along each time, for
 * a few milliseconds each. Of the many rounds the quiet ones count: the tenth percentile of each
 * subject's times, over the tenth percentile of the baseline's. Whatever else runs can only make a
 * round slower, so this comes closer to what the code costs than a median does; the medians are
 * shown beside it, and how far the baseline's own median lies above its quiet rounds is the noise.
 */
import { performance } from 'node:perf_hooks'

export interface Subject {
  readonly name: string
  readonly run: () => Promise<unknown>
}

export interface Timing {
  readonly name: string
  /** How many times the baseline's time, in the quiet rounds. */
  readonly ratio: number
  /** The same by the medians over all rounds. */
  readonly medianRatio: number
  /** Of one operation, in the quiet rounds. */
  readonly microseconds: number
}

export interface Measurement {
  readonly baseline: Timing
  readonly timings: readonly Timing[]
  /** How much longer the baseline took in the median round than in the quiet ones, as a part. */
  readonly noise: number
}

export interface Rounds {
  readonly rounds: number
  /** Operations of each subject in each round. */
  readonly operations: number
  /** How many callers share them; one by default. */
  readonly callers?: number
}

/** The same for eight callers at once, who need more operations in a round to get under way. */
export function eightCallers({ rounds, operations }: Rounds): Rounds {
  return { rounds: Math.ceil(rounds / 3), operations: operations * 3, callers: 8 }
}

/** Runs everything once to warm up, then in rounds. The first subject is what the others are compared with. */
export async function measure(
  baseline: Subject,
  subjects: readonly Subject[],
  { rounds, operations, callers = 1 }: Rounds,
): Promise<Measurement> {
  const all = [baseline, ...subjects]
  const times = new Map(all.map(({ name }): [string, number[]] => [name, []]))
  for (const subject of all) await timeOf(subject, operations * 4, callers)
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < all.length; turn += 1) {
      const subject = all[(round + turn) % all.length]
      if (subject === undefined) continue
      times.get(subject.name)?.push(await timeOf(subject, operations, callers))
    }
  }
  const base = times.get(baseline.name) ?? []
  const timing = ({ name }: Subject): Timing => {
    const own = times.get(name) ?? []
    return {
      name,
      ratio: quiet(own) / quiet(base),
      medianRatio: percentile(own, 0.5) / percentile(base, 0.5),
      microseconds: quiet(own),
    }
  }
  return {
    baseline: timing(baseline),
    timings: subjects.map(timing),
    noise: percentile(base, 0.5) / quiet(base) - 1,
  }
}

/** How many times `other` one thing takes that was measured beside it. */
export function ratioBetween({ timings, baseline }: Measurement, name: string, other: string) {
  const of = (wanted: string) =>
    [baseline, ...timings].find((timing) => timing.name === wanted)?.microseconds ?? NaN
  return of(name) / of(other)
}

/** Microseconds that one operation takes, with this many callers at it. */
async function timeOf({ run }: Subject, operations: number, callers: number): Promise<number> {
  let left = operations
  const caller = async () => {
    while (left > 0) {
      left -= 1
      await run()
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: callers }, caller))
  return ((performance.now() - start) * 1000) / operations
}

/** What it takes when little else runs. */
export function quiet(times: readonly number[]): number {
  return percentile(times, 0.1)
}

function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.round((sorted.length - 1) * part)] ?? NaN
}
