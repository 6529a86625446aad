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
import { quoted } from './tables.ts'
import { note } from './tally.ts'
import type { Target } from './target.ts'

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
      expectOutcome(theirs, 'not_found', `${place} as ${whoMay(subject)}, another tenant's`)
      expectOutcome(nobodys, 'not_found', `${place} as ${whoMay(subject)}, nobody's`)
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
}

async function ask(
  target: Target,
  subject: Subject,
  { put }: IdArgument,
  id: string,
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
