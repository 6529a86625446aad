/**
 * Our pages mark their calls with a header; somebody who writes requests by hand leaves it out.
 * The framework then takes another way with some results. Whatever it does, a call must not be
 * carried out and then answered as if it had failed.
 */
import { expectEffect } from './effects.ts'
import { test } from './fixtures.ts'
import { expectDefect } from './known-defects.ts'
import { sampleCall, SUBJECTS, whoMay } from './subjects.ts'

for (const subject of SUBJECTS) {
  const { id, row } = subject

  test(`${id}: without the mark of our pages it is answered all the same (1)`, async ({
    target,
  }) => {
    expectDefect(test, id, 'unmarked')
    const caller = whoMay(subject)
    const call = await sampleCall(subject, target, caller)
    const { 'x-tsr-serverfn': _marker, ...headers } = call.headers ?? {}
    await expectEffect(
      target,
      { ...call, headers },
      {
        what: `${id} as ${caller} without the mark`,
        caller,
        outcome: 'ok',
        changes: row.changes?.(caller),
        entrance: id,
      },
    )
  })
}
