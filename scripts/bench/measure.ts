/**
 * Times things beside each other. Every round runs the baseline and each subject in turn, starting
 * one further along each time, and only ratios within one round are kept: what slows the machine
 * down for a second slows both sides. The medians of those ratios are the result, and how far the
 * baseline wandered from round to round is the noise to read them with.
 */
import { performance } from 'node:perf_hooks'

export interface Subject {
  readonly name: string
  readonly run: () => Promise<unknown>
}

export interface Timing {
  readonly name: string
  /** How many times the baseline's time, in the median round. */
  readonly ratio: number
  /** The middle half of the rounds lies between these. */
  readonly low: number
  readonly high: number
  /** Of one operation, in the median round. */
  readonly microseconds: number
}

export interface Measurement {
  readonly baseline: Timing
  readonly timings: readonly Timing[]
  /** Half the spread of the middle half of the baseline's rounds, as a part of its median. */
  readonly noise: number
  /** Of each round, by name. */
  readonly times: ReadonlyMap<string, readonly number[]>
}

export interface Rounds {
  readonly rounds: number
  /** Operations of each subject in each round. */
  readonly operations: number
  /** How many callers share them; one by default. */
  readonly callers?: number
}

/** Runs everything once to warm up, then in rounds. The first subject is what the others are compared with. */
export async function measure(
  baseline: Subject,
  subjects: readonly Subject[],
  { rounds, operations, callers = 1 }: Rounds,
): Promise<Measurement> {
  const all = [baseline, ...subjects]
  const times = new Map(all.map(({ name }): [string, number[]] => [name, []]))
  for (const subject of all) await timeOf(subject, operations, callers)
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < all.length; turn += 1) {
      const subject = all[(round + turn) % all.length]
      if (subject === undefined) continue
      times.get(subject.name)?.push(await timeOf(subject, operations, callers))
    }
  }
  const base = times.get(baseline.name) ?? []
  const [low, middle, high] = quartiles(base)
  const timing = ({ name }: Subject): Timing => {
    const own = times.get(name) ?? []
    const [from, ratio, to] = quartiles(own.map((time, round) => time / (base[round] ?? NaN)))
    return { name, ratio, low: from, high: to, microseconds: quartiles(own)[1] }
  }
  return {
    baseline: timing(baseline),
    timings: subjects.map(timing),
    noise: (high - low) / 2 / middle,
    times,
  }
}

/** How many times `other` one thing takes that was measured beside it: the median over the rounds. */
export function ratioBetween({ times }: Measurement, name: string, other: string): number {
  const divisors = times.get(other) ?? []
  return quartiles((times.get(name) ?? []).map((time, round) => time / (divisors[round] ?? NaN)))[1]
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

/** @returns the lower quartile, the median and the upper quartile. */
export function quartiles(values: readonly number[]): readonly [number, number, number] {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (part: number) => sorted[Math.round((sorted.length - 1) * part)] ?? NaN
  return [at(0.25), at(0.5), at(0.75)]
}
