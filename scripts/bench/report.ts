/** Puts the numbers into tables: the targets first, then everything they were read from. */
import type { CallResult } from './guarded'
import type { CheckTiming } from './checks'
import { type Measurement, ratioBetween } from './measure'
import type { SessionResult } from './sessions'
import { WALLS, type WallResult } from './walls'

export interface Results {
  readonly machine: string
  readonly sessions: readonly SessionResult[]
  readonly checks: readonly CheckTiming[]
  readonly walls: WallResult
  readonly calls: CallResult
}

const times = (ratio: number) => `${ratio.toFixed(ratio < 10 ? 2 : 1)}×`

/** The table against the targets, in Markdown: what the README shows. */
export function summary(results: Results): string {
  const smallest = fromCookie(results.sessions[0])
  const largest = fromCookie(results.sessions.at(-1))
  const statements = results.sessions.at(-1)?.statements.ours ?? NaN
  const check = checkRatio(results.checks, 'canAccess')
  const casl = checkRatio(results.checks, 'CASL')
  const { alone: walls } = results.walls
  const policy = ratioBetween(walls, WALLS.flushWith, WALLS.flushWithout)
  const door = ratioBetween(walls, WALLS.door, WALLS.bare)
  const builderDoor = ratioBetween(walls, WALLS.builderDoor, WALLS.builderBare)
  const unguarded = ratioOf(results.calls.alone, 'unguarded')
  const guarded = ratioOf(results.calls.alone, 'resource')
  const betterAuth = ratioOf(results.sessions.at(-1)?.alone, 'Better Auth')
  const rows: readonly (readonly [string, string, string, string, string])[] = [
    [
      `principal, organization and permissions, from a cookie, ${largest.people} memberships`,
      '≤ 2.5×, one statement',
      '1.5×',
      `${times(largest.ratio)}, ${statements} statement${statements === 1 ? '' : 's'}`,
      verdict(statements === 1 ? largest.ratio : Infinity, 2.5, 1.5),
    ],
    [
      'the same beside Better Auth’s getSession, which knows no permissions',
      '',
      '',
      `${times(betterAuth)} is what getSession takes`,
      '',
    ],
    [
      `the time of it, from ${smallest.people} memberships to ${largest.people}`,
      'flat',
      '',
      `${smallest.time.toFixed(0)} µs → ${largest.time.toFixed(0)} µs`,
      largest.time < smallest.time * 1.25 ? 'met' : 'missed',
    ],
    [
      'check with the permissions in hand (to a bare Set.has)',
      `faster than CASL (${times(casl)})`,
      '2×',
      times(check),
      verdict(check, casl, 2),
    ],
    [
      'row level security: the policy, in one and the same transaction',
      '≤ 1.35×',
      '1.15×',
      times(policy),
      verdict(policy, 1.35, 1.15),
    ],
    [
      'row level security with its transaction: a prepared query through withTenant, beside it bare',
      '≤ 1.35×',
      '1.15×',
      times(door),
      verdict(door, 1.35, 1.15),
    ],
    [
      'the same with the query builder on both sides, as handlers write it',
      '≤ 1.35×',
      '1.15×',
      times(builderDoor),
      verdict(builderDoor, 1.35, 1.15),
    ],
    [
      'a guarded function beside an unguarded one with a `select 1`',
      'no target',
      '',
      `${times(guarded)} : ${times(unguarded)} = ${times(guarded / unguarded)}`,
      '',
    ],
  ]
  return table(
    ['what (× = to a prepared `select 1`)', 'must reach', 'aim', 'measured', 'verdict'],
    rows,
  )
}

/** Everything that was measured. */
export function details(results: Results): string {
  const { sessions, checks, walls, calls, machine } = results
  return [
    machine,
    ...sessions.flatMap(({ memberships, alone, crowded, statements }) => [
      `### From the cookie, ${memberships.toLocaleString('en')} memberships`,
      measured(alone, crowded),
      `Statements per request: ours ${statements.ours}, Better Auth’s getSession ${statements.betterAuth}.`,
    ]),
    '### In process',
    table(
      ['check', 'ns', 'to Set.has'],
      checks.map(({ name, nanoseconds, ratio }) => [name, nanoseconds.toFixed(1), times(ratio)]),
    ),
    '### Row level security, and ways to send a transaction (× = to the bare query)',
    measured(walls.alone, walls.crowded),
    '### Whole calls, through the built server',
    measured(calls.alone, calls.crowded),
    table(
      ['call', 'statements', 'which'],
      calls.calls.map(({ name, statements }) => [
        name,
        String(statements.length),
        statements.join(' · '),
      ]),
    ),
  ].join('\n\n')
}

function measured(alone: Measurement, crowded: Measurement): string {
  const rows = [alone.baseline, ...alone.timings].map((timing) => {
    const other = [crowded.baseline, ...crowded.timings].find(({ name }) => name === timing.name)
    return [
      timing.name,
      times(timing.ratio),
      times(timing.medianRatio),
      `${timing.microseconds.toFixed(0)} µs`,
      times(other?.ratio ?? NaN),
    ]
  })
  const noise = `Noise: the baseline’s median is ${percent(alone.noise)} above its quiet rounds alone, ${percent(crowded.noise)} with eight callers.`
  return `${table(['', 'one caller', 'by the medians', 'time', 'eight callers'], rows)}\n\n${noise}`
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n')
}

function verdict(measuredRatio: number, must: number, aim: number): string {
  if (measuredRatio <= aim) return 'met, the aim too'
  return measuredRatio <= must ? 'met' : 'missed'
}

function ratioOf(measurement: Measurement | undefined, name: string): number {
  return measurement?.timings.find((timing) => timing.name.startsWith(name))?.ratio ?? NaN
}

function fromCookie(result: SessionResult | undefined) {
  const found = result?.alone.timings.find(({ name }) => name.startsWith('cookie'))
  return {
    people: result?.memberships.toLocaleString('en') ?? '',
    ratio: found?.ratio ?? NaN,
    time: found?.microseconds ?? NaN,
  }
}

function checkRatio(checks: readonly CheckTiming[], name: string): number {
  return checks.find((check) => check.name === name)?.ratio ?? NaN
}

const percent = (part: number) => `${Math.round(part * 100)} %`
