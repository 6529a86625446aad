/**
 * Cases 1, 3 and 5: each function, asked by each principal with the same bytes; only the cookie
 * differs. Who may not is refused by the right layer and changes nothing; who may is the positive
 * control, and changes exactly what the function is for.
 */
import { expectEffect } from './effects.ts'
import { expect, test } from './fixtures.ts'
import { expectNoForeignTrace, expectNoMachinery } from './leaks.ts'
import { formatRow, lineOf } from './matrix.ts'
import { cellOf, expectOutcome } from './outcome.ts'
import { PRINCIPALS } from './principals.ts'
import { callWith, sampleCall, type Subject, SUBJECTS } from './subjects.ts'
import { note } from './tally.ts'
import type { Answer } from '../harness/http.ts'
import { refusalIn } from './wire.ts'

for (const subject of SUBJECTS) {
  const { id, row } = subject

  test(`${id}: only who may gets in, and only then does anything change (1, 3, 5)`, async ({
    target,
  }) => {
    const cells: string[] = []
    for (const caller of PRINCIPALS) {
      const what = `${id} as ${caller}`
      const outcome = row.outcomes[caller]
      const changes = row.changes?.(caller)
      const call = await sampleCall(subject, target, caller)
      const expected = { what, caller, outcome, place: row.kind, changes, entrance: id }
      const answer = await expectEffect(target, call, expected)
      expectNoForeignTrace(answer, caller, what)
      expectNoMachinery(answer, what)
      expectPermissionNamed(answer, subject, what)
      cells.push(cellOf(outcome))
    }
    note({ kind: 'row', entrance: id, cells })
    if (process.env.UPDATE_MATRIX === '1') return
    expect(formatRow([id, cells]), `${id}: its line in matrix.txt`).toBe(lineOf(id))
  })

  const { widest } = row
  if (widest !== undefined) {
    test(`${id}: narrowed by nothing, it still lists no other organization's rows (17)`, async ({
      target,
    }) => {
      for (const caller of PRINCIPALS.filter((one) => row.outcomes[one] === 'ok')) {
        const what = `${id} as ${caller}, narrowed by nothing`
        const answer = await target.send(await callWith(subject, target, caller, widest))
        expectOutcome(answer, 'ok', what, row.kind)
        expectNoForeignTrace(answer, caller, what)
      }
    })
  }

  for (const { title, as, data, outcome, changes } of row.cases ?? []) {
    test(`${id}: ${title}`, async ({ target }) => {
      const call = await callWith(subject, target, as, data(target.world))
      const what = `${id} as ${as}, ${title}`
      await expectEffect(target, call, {
        what,
        caller: as,
        outcome,
        place: row.kind,
        changes,
        entrance: id,
      })
    })
  }
}

/** The permission gate says which permission was missing; another gate's 403 would not. */
function expectPermissionNamed(answer: Answer, { row }: Subject, what: string): void {
  const refusal = refusalIn(answer)
  if (refusal?.code !== 'forbidden') return
  expect(refusal.details.permission, `${what}: the permission that the gate names`).toBe(row.asks)
}
