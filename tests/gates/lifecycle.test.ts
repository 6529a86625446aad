/** What happens to roles and assignments is told once it is committed, through the door that commits it. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROLE_KEYS } from '~/authz'
import { withTenant } from '~/db/tenant-door'
import { foundOrganization } from '~/features/organizations/founding.server'
import { newId } from '~/platform/ids'
import { onLifecycle } from '~/platform/lifecycle'
import { persona } from '../../scripts/seed/cast'
import { doorsForFile } from '../support/doors'

doorsForFile()

let heard: string[] = []
let stops: (() => unknown)[] = []

beforeEach(() => {
  heard = []
  stops = [
    // Listeners that fail, at once and later, keep nobody else from hearing, and end nothing.
    onLifecycle('role.created', () => {
      throw new Error('at once')
    }),
    onLifecycle('role.created', () => Promise.reject(new Error('later'))),
    onLifecycle('role.created', () => void heard.push('role.created')),
    onLifecycle('assignment.created', () => void heard.push('assignment.created')),
  ]
})

afterEach(() => {
  for (const stop of stops) stop()
})

const found = (andThen?: () => never) => {
  const id = newId()
  return withTenant(id, 'write', async (db) => {
    await foundOrganization(db, {
      id,
      name: 'New',
      plan: 'free',
      ownerId: persona('outsider').id,
    })
    expect(heard, 'before the commit').toEqual([])
    andThen?.()
  })
}

test('an organization that is founded tells of its roles and of its owner', async () => {
  await found()
  expect(heard.toSorted()).toEqual(['assignment.created', ...ROLE_KEYS.map(() => 'role.created')])
})

test('one that is rolled back tells of nothing', async () => {
  const failing = found(() => {
    throw new Error('not after all')
  })
  await expect(failing).rejects.toThrow('not after all')
  expect(heard).toEqual([])
})
