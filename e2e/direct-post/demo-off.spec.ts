/**
 * One-click sign-in is a backdoor anywhere but in a demo. A second server, without demo mode: its
 * functions are served, and answer as if they weren't there.
 */
import { expect, test as base } from '@playwright/test'
import { ownTarget } from './fixtures.ts'
import { expectOutcome } from './outcome.ts'
import { callWith, sampleCall, SUBJECTS } from './subjects.ts'
import type { Target } from './target.ts'

const test = base.extend<object, { plain: Target }>({ plain: ownTarget(false) })

for (const subject of SUBJECTS.filter(({ id }) => id.startsWith('demo.'))) {
  test(`${subject.id}: outside demo mode it does not exist`, async ({ plain }) => {
    for (const caller of ['anonymous', 'outsider', 'owner'] as const) {
      const answer = await plain.send(await sampleCall(subject, plain, caller))
      expectOutcome(
        answer,
        'not_found',
        `${subject.id} as ${caller}, outside demo mode`,
        subject.row.kind,
      )
      expect(answer.cookies, `${subject.id} as ${caller}: cookies`).toEqual([])
    }
    // Whatever is sent: an answer about the input would be an answer.
    const odd = await plain.send(await callWith(subject, plain, 'anonymous', { persona: 7, x: 1 }))
    expectOutcome(
      odd,
      'not_found',
      `${subject.id} with odd input, outside demo mode`,
      subject.row.kind,
    )
    expect(await plain.changedTables(), `${subject.id}: the tables that changed`).toEqual([])
  })
}

test('there are functions that only demo mode has', () => {
  expect(SUBJECTS.filter(({ id }) => id.startsWith('demo.'))).toHaveLength(4)
})
