/**
 * Case 15: keys that nobody asked for. A handler that spreads its input into an update would take
 * a tenant, a role or an author from them, so each is refused, and nothing is changed.
 */
import { ACCOUNTS, TIDEWATER } from '../harness/people.ts'
import { comparable } from './comparable.ts'
import { expectEffect } from './effects.ts'
import { expect, test } from './fixtures.ts'
import { expectOutcome } from './outcome.ts'
import { callWith, sampleCall, sampleOf, SUBJECTS, whoMay } from './subjects.ts'

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
    test(`${id}: takes no input, so forged input has no effect (15)`, async ({ target }) => {
      const call = await callWith(subject, target, caller, FORGED_KEYS)
      const what = `${id} as ${caller} with forged input`
      const changes = row.changes?.(caller)
      const expected = { what, caller, outcome: 'ok', changes, entrance: id } as const
      const answer = await expectEffect(target, call, expected)
      if (row.method === 'POST') return
      const plain = await target.send(await sampleCall(subject, target, caller))
      expect(comparable(answer), `${what}: the whole answer`).toEqual(comparable(plain))
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
