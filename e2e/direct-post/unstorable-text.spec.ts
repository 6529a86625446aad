/**
 * Case 10: text that JSON can carry and PostgreSQL cannot hold. It has to be found by a validator;
 * found by the database it is an unforeseen failure, and each of those wakes somebody up.
 */
import { test } from './fixtures.ts'
import { expectDefect } from './known-defects.ts'
import { expectOutcome } from './outcome.ts'
import { callWith, sampleOf, SUBJECTS, whoMay } from './subjects.ts'

const UNSTORABLE = { 'a NUL': 'a\0b' } as const

for (const subject of SUBJECTS) {
  const { id, row } = subject
  const caller = whoMay(subject)

  for (const field of row.texts ?? []) {
    test(`${id}, ${field}: text that cannot be stored is invalid (10)`, async ({ target }) => {
      expectDefect(test, id, 'unstorable text')
      for (const [name, text] of Object.entries(UNSTORABLE)) {
        const data = { ...sampleOf(subject, target), [field]: text }
        const answer = await target.send(await callWith(subject, target, caller, data))
        expectOutcome(answer, 'invalid_input', `${id} as ${caller}, ${name} in ${field}`)
      }
    })
  }
}
