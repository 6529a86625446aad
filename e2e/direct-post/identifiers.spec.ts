/**
 * Case 13 (and 16): the right person, with another tenant's id in each place that takes one. The
 * answer is that for an id which names nothing, byte for byte, so that ids can't be probed.
 *
 * Case 14 is measured and not asserted: the medians of both are printed at the end.
 */
import { randomUUID } from 'node:crypto'
import type { Answer } from '../harness/http.ts'
import { comparable } from './comparable.ts'
import type { IdArgument } from './expectations/row.ts'
import { expect, test } from './fixtures.ts'
import { expectOutcome } from './outcome.ts'
import { callWith, sampleOf, type Subject, SUBJECTS, whoMay } from './subjects.ts'
import { quoted } from '../harness/tables.ts'
import { note } from './tally.ts'
import type { Target } from './target.ts'
import type { Json } from './wire.ts'

/** What an input can hold where an id belongs. */
const NO_IDS: readonly Json[] = [
  '',
  'x',
  '%',
  0,
  7.5,
  null,
  true,
  [],
  {},
  [randomUUID()],
  { id: randomUUID() },
  `${randomUUID()}' or true --`,
  `${randomUUID()}\u0000`,
  'x'.repeat(2000),
]

for (const subject of SUBJECTS) {
  for (const argument of subject.row.ids ?? []) {
    const place = `${subject.id}, ${argument.name}`

    test(`${place}: another tenant's id answers as one that names nothing (13, 16)`, async ({
      target,
    }) => {
      const foreign = argument.foreign(target.world)
      const existing = await target.db.query(
        `select from ${quoted(argument.table)} where id = $1`,
        [foreign],
      )
      expect(existing.rowCount, `${place}: the foreign id exists`).toBe(1)
      const theirs = await ask(target, subject, argument, foreign)
      const nobodys = await ask(target, subject, argument, randomUUID())
      const { kind } = subject.row
      const { answers = 'not_found' } = argument
      expectOutcome(theirs, answers, `${place} as ${whoMay(subject)}, another tenant's`, kind)
      expectOutcome(nobodys, answers, `${place} as ${whoMay(subject)}, nobody's`, kind)
      expect(comparable(theirs), `${place}: the whole answer`).toEqual(comparable(nobodys))
    })

    test(`${place}: how long both take (14, measured)`, async ({ target }) => {
      const foreign = argument.foreign(target.world)
      const times: { theirs: number[]; nobodys: number[] } = { theirs: [], nobodys: [] }
      for (let round = 0; round < 15; round += 1) {
        times.theirs.push(await timed(() => ask(target, subject, argument, foreign)))
        times.nobodys.push(await timed(() => ask(target, subject, argument, randomUUID())))
      }
      const [theirs, nobodys] = [median(times.theirs), median(times.nobodys)]
      const line = `${place.padEnd(52)} another tenant's ${theirs} ms, nobody's ${nobodys} ms`
      note({ kind: 'timing', entrance: subject.id, line })
    })
  }

  for (const argument of subject.row.narrows ?? []) {
    const place = `${subject.id}, ${argument.name}`

    test(`${place}: another tenant's id leaves as little in the list as one that names nothing (13)`, async ({
      target,
    }) => {
      const foreign = argument.foreign(target.world)
      const theirs = await ask(target, subject, argument, foreign)
      const nobodys = await ask(target, subject, argument, randomUUID())
      const mine = await target.send(
        await callWith(subject, target, whoMay(subject), subject.row.widest),
      )
      for (const answer of [theirs, nobodys, mine]) expectOutcome(answer, 'ok', place)
      expect(comparable(theirs), `${place}: the whole answer`).toEqual(comparable(nobodys))
      expect(comparable(mine), `${place}: the list has rows`).not.toEqual(comparable(nobodys))
    })
  }

  // The first of a resource function's ids names the resource; others are input like any.
  const [named] = subject.row.kind === 'resource' ? (subject.row.ids ?? []) : []
  if (named === undefined) continue
  const place = `${subject.id}, ${named.name}`

  test(`${place}: what is no id answers as one that names nothing (13)`, async ({ target }) => {
    const caller = whoMay(subject)
    const nobodys = await ask(target, subject, named, randomUUID())
    const hold = (answer: Answer, what: string): void => {
      expectOutcome(answer, 'not_found', `${place} as ${caller}, ${what}`)
      expect(comparable(answer), `${place}, ${what}: the whole answer`).toEqual(comparable(nobodys))
    }
    for (const id of NO_IDS) {
      hold(await ask(target, subject, named, id), JSON.stringify(id).slice(0, 60))
    }
    const { [named.name]: _, ...others } = sampleOf(subject, target) ?? {}
    for (const data of [others, {}, null, [], 'x', undefined]) {
      const answer = await target.send(await callWith(subject, target, caller, data))
      hold(answer, `without it: ${JSON.stringify(data)}`)
    }
  })
}

async function ask(
  target: Target,
  subject: Subject,
  { put }: IdArgument,
  id: Json,
): Promise<Answer> {
  const data = put(sampleOf(subject, target) ?? {}, id)
  return target.send(await callWith(subject, target, whoMay(subject), data))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function median(times: readonly number[]): string {
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
  return middle.toFixed(1)
}
