/**
 * Where a call takes effect, and on which right. Case 20: a form that was opened in one
 * organization and sent after a switch to another is refused. And the rule behind case 24: whoever
 * loses a right while their mutation waits for its turn commits nothing.
 */
import { FERNWAY, TIDEWATER } from '../harness/people.ts'
import { expectEffect } from './effects.ts'
import { expect, test } from './fixtures.ts'
import { expectOutcome } from './outcome.ts'
import { accountOf, organizationOf } from './principals.ts'
import { IN_AN_ORGANIZATION, sampleCall, whoMay } from './subjects.ts'
import { sendWhileWithdrawing } from './withdrawal.ts'

for (const subject of IN_AN_ORGANIZATION) {
  const { id, row } = subject
  const caller = whoMay(subject)

  test(`${id}: sent from a page of another organization, it is refused (20)`, async ({
    target,
  }) => {
    for (const shown of [TIDEWATER, FERNWAY, 'no id at all']) {
      const headers = { 'x-gatehouse-organization': shown }
      const answer = await target.send(await sampleCall(subject, target, caller, headers))
      expectOutcome(answer, 'organization_changed', `${id} as ${caller}, a page of ${shown}`)
    }
    const own = { 'x-gatehouse-organization': organizationOf(caller) ?? '' }
    await expectEffect(target, await sampleCall(subject, target, caller, own), {
      what: `${id} as ${caller}, a page of their own organization`,
      caller,
      outcome: 'ok',
      changes: row.changes?.(caller),
      entrance: id,
    })
  })

  if (row.method === 'GET') continue

  test(`${id}: a right withdrawn while the call waits is gone (24)`, async ({ target }) => {
    const call = await sampleCall(subject, target, caller)
    const userId = accountOf(caller)?.userId ?? ''
    const suspended = await sendWhileWithdrawing(target, call, userId, 'suspended')
    expectOutcome(suspended.answer, 'no_membership', `${id} as ${caller}, suspended meanwhile`)
    const demoted = await sendWhileWithdrawing(target, call, userId, 'demoted')
    expectOutcome(
      demoted.answer,
      'conflict',
      `${id} as ${caller}, demoted meanwhile (the membership gate)`,
    )
    for (const { changed } of [suspended, demoted]) {
      expect(changed, `${id} as ${caller}: the tables that it changed all the same`).toEqual([])
    }
  })
}
