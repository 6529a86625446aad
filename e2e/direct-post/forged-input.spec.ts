/**
 * Case 15: keys that nobody asked for. A handler that spreads its input into an update would take
 * a tenant, a role or an author from them, so each is refused, and nothing is changed.
 */
import { ACCOUNTS, TIDEWATER } from '../harness/people.ts'
import { test } from './fixtures.ts'
import { expectOutcome } from './outcome.ts'
import { callWith, sampleOf, SUBJECTS, whoMay } from './subjects.ts'

const FORGED_KEYS = {
  orgId: TIDEWATER,
  role: 'owner',
  createdBy: ACCOUNTS.admin.userId,
  ownerId: ACCOUNTS.admin.userId,
  id: '01900000-0000-7000-8000-00000000dead',
  constructor: { prototype: { isAdmin: true } },
  unheardOf: true,
} as const

for (const subject of SUBJECTS) {
  const { id, row } = subject
  const caller = whoMay(subject)

  if (row.data === undefined) {
    test(`${id}: takes no input, so forged input is refused (15)`, async ({ target }) => {
      for (const [key, value] of Object.entries(FORGED_KEYS)) {
        const answer = await target.send(await callWith(subject, target, caller, { [key]: value }))
        expectOutcome(answer, 'invalid_input', `${id} as ${caller} with ${key}`)
      }
    })
    continue
  }

  test(`${id}: keys that nobody asked for are refused (15)`, async ({ target }) => {
    const sample = sampleOf(subject, target) ?? {}
    const call = (data: unknown) => callWith(subject, target, caller, data)
    for (const [key, value] of Object.entries(FORGED_KEYS)) {
      const answer = await target.send(await call({ ...sample, [key]: value }))
      expectOutcome(answer, 'invalid_input', `${id} as ${caller} with ${key}`)
    }
    const all = await target.send(await call({ ...sample, ...FORGED_KEYS }))
    expectOutcome(all, 'invalid_input', `${id} as ${caller} with all of them`)
  })
}
