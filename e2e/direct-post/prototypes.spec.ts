/**
 * Case 10: `__proto__` as a key of the input. JSON can hold it, JavaScript's literals cannot, so
 * the bytes are made by hand.
 */
import { comparable } from './comparable.ts'
import { expect, test } from './fixtures.ts'
import { expectDefect } from './known-defects.ts'
import { expectOutcome } from './outcome.ts'
import { restoring } from './restoring.ts'
import { sampleCall, sampleOf, subjectOf, SUBJECTS, whoMay } from './subjects.ts'
import type { Target } from './target.ts'
import { encode, functionCall } from './wire.ts'

const MARK = 'prototype-to-be'

for (const subject of SUBJECTS.filter(({ row }) => row.data !== undefined)) {
  const { id } = subject
  const caller = whoMay(subject)

  test(`${id}: an input with a prototype of its own is refused (10)`, async ({ target }) => {
    expectDefect(test, subject.row.kind, '__proto__')
    await restoring(target, async () => {
      const answer = await target.send(
        functionCall(subject, await poisoned(sampleOf(subject, target)), target.cookies(caller)),
      )
      expectOutcome(answer, 'invalid_input', `${id} as ${caller} with __proto__`)
    })
  })
}

test('no prototype is changed by any of them (10)', async ({ target }) => {
  const before = await askViewer(target)
  await restoring(target, async () => {
    for (const subject of SUBJECTS.filter(({ row }) => row.method === 'POST')) {
      const payload = await poisoned(sampleOf(subject, target))
      await target.send(functionCall(subject, payload, target.cookies('viewer')))
    }
  })
  expect(comparable(await askViewer(target))).toEqual(comparable(before))
})

/** The sample with one key more, renamed in the bytes. */
async function poisoned(sample: object | undefined): Promise<string> {
  const forged = { isAdmin: true, permissions: ['org:delete'], data: {}, result: 'forged' }
  const payload = await encode({ ...sample, [MARK]: forged })
  return payload.replace(MARK, '__proto__')
}

async function askViewer(target: Target) {
  return target.send(await sampleCall(subjectOf('account.getViewer'), target, 'viewer'))
}
