/**
 * Case 5, where an entrance asks for several permissions. In the roles that the seed gives, whoever
 * holds one of them holds all, so each is taken away in turn: a gate that stops at the first one
 * would let the rest go unasked.
 */
import type { Answer } from '../harness/http.ts'
import { LARKSPUR } from '../harness/people.ts'
import { readEntrances } from './entrances.ts'
import { expect, test } from './fixtures.ts'
import { type Outcome, expectOutcome } from './outcome.ts'
import { restoring } from './restoring.ts'
import { sampleCall, subjectOf } from './subjects.ts'
import type { Target } from './target.ts'
import { refusalIn } from './wire.ts'

interface Several {
  readonly asks: 'all' | 'any'
  readonly permissions: readonly string[]
  readonly ask: (target: Target) => Promise<Answer>
}

/** By entrance; asked as an admin, who holds all of them by one role. */
const SEVERAL: Readonly<Record<string, Several>> = {
  '/api/audit-export': {
    asks: 'all',
    permissions: ['audit:read', 'audit:export'],
    ask: (target) =>
      target.send({ method: 'GET', path: '/api/audit-export', headers: target.cookies('admin') }),
  },
  'roles.listGuards': rolesFunction('roles.listGuards'),
  'roles.listRoles': rolesFunction('roles.listRoles'),
}

function rolesFunction(id: string): Several {
  return {
    asks: 'any',
    permissions: ['org:roles:read', 'org:roles:assign'],
    ask: async (target) => target.send(await sampleCall(subjectOf(id), target, 'admin')),
  }
}

test('every entrance that asks for several permissions is attacked here', () => {
  const { functions, routes } = readEntrances()
  const several = (one: { readonly permissions: readonly string[] }): boolean =>
    one.permissions.length > 1
  const served = [
    ...functions.filter(several).map(({ id }) => id),
    ...routes.filter(several).map(({ path }) => path),
  ]
  expect(served.toSorted()).toEqual(Object.keys(SEVERAL).toSorted())
})

for (const [entrance, { asks, permissions, ask }] of Object.entries(SEVERAL)) {
  test(`${entrance}: who holds all of its permissions but one (5)`, async ({ target }) => {
    for (const missing of permissions) {
      await restoring(target, async () => {
        expectOutcome(await ask(target), 'ok', `${entrance} as admin before`)
        await take(target, [missing])
        const outcome: Outcome = asks === 'all' ? 'forbidden' : 'ok'
        const answer = await ask(target)
        expectOutcome(answer, outcome, `${entrance} as admin without ${missing}`)
        if (asks === 'any') return
        const { permission } = refusalIn(answer)?.details ?? {}
        expect(permission, `${entrance}: the permission that the gate names`).toBe(missing)
      })
    }
  })

  test(`${entrance}: who holds none of its permissions (5)`, async ({ target }) => {
    await restoring(target, async () => {
      await take(target, permissions)
      expectOutcome(await ask(target), 'forbidden', `${entrance} as admin without any`)
    })
  })
}

async function take(target: Target, permissions: readonly string[]): Promise<void> {
  const { rowCount } = await target.db.query(
    `insert into public.role_overrides select org_id, id, unnest($2::text[]), false
     from public.roles where org_id = $1 and key = 'admin'`,
    [LARKSPUR, permissions],
  )
  expect(rowCount, 'permissions taken away').toBe(permissions.length)
}
