/**
 * Case 5 for somebody who belongs to two organizations: what they may do is what they may do in the
 * one that their session works in. A lookup that takes the first of their memberships, by whatever
 * order, is wrong in one direction or the other, so each function is asked in both.
 */
import { ACCOUNTS, LARKSPUR, TIDEWATER } from '../harness/people.ts'
import { expect, test } from './fixtures.ts'
import { expectNoForeignTrace } from './leaks.ts'
import { expectOutcome } from './outcome.ts'
import { effectOf } from './restoring.ts'
import { parseRow, type RowChange } from '../harness/snapshot.ts'
import { callWith, IN_AN_ORGANIZATION, sampleOf } from './subjects.ts'

/** The consultant's organizations, and who holds the same role there. */
const WORKING_IN = [
  { name: 'Larkspur, where they read', id: LARKSPUR, like: 'viewer' },
  { name: 'Tidewater, where they are an admin', id: TIDEWATER, like: 'otherAdmin' },
] as const

test('the organizations of the consultant have an order', async ({ target }) => {
  expect(LARKSPUR < TIDEWATER).toBe(true)
  const { rows } = await target.db.query(
    `select org_id from public.memberships where user_id = $1 and status = 'active' order by 1`,
    [ACCOUNTS.consultant.userId],
  )
  expect(rows).toEqual([{ org_id: LARKSPUR }, { org_id: TIDEWATER }])
})

for (const subject of IN_AN_ORGANIZATION) {
  const { id, row } = subject

  for (const { name, id: active, like } of WORKING_IN) {
    test(`${id}: a member of two organizations, working in ${name} (5)`, async ({ target }) => {
      const what = `${id} as consultant in ${name}`
      const { result: answer, made } = await effectOf(target, async () => {
        await target.db.query(
          'update auth.session set active_organization_id = $1 where user_id = $2',
          [active, ACCOUNTS.consultant.userId],
        )
        const asked = row.widest ?? sampleOf(subject, target)
        return target.send(await callWith(subject, target, 'consultant', asked))
      })
      expectOutcome(answer, row.outcomes[like], what, row.kind)
      expectNoForeignTrace(answer, like, what)
      expect(organizationsOf(made), `${what}: the organizations whose rows it changed`).toEqual(
        row.method === 'POST' && row.outcomes[like] === 'ok' ? [active] : [],
      )
    })
  }
}

function organizationsOf(made: readonly RowChange[]): unknown[] {
  const rows = made.flatMap(({ table, before, after }) =>
    [before, after].flatMap((text) => (text === undefined ? [] : [{ table, row: parseRow(text) }])),
  )
  const organizations = rows.flatMap(({ table, row }) =>
    table === 'public.organizations' ? [row.id] : 'org_id' in row ? [row.org_id] : [],
  )
  return [...new Set(organizations)]
}
