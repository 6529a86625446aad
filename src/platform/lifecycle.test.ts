import { expect, test } from 'vitest'
import { announce, onLifecycle, tellCommitted } from './lifecycle'

const event = { orgId: 'org', actorId: 'person', roleId: 'role' }

test('what was announced is told once, after the commit, to who listens to it', () => {
  const heard: string[] = []
  const stop = onLifecycle('role.created', ({ roleId }) => void heard.push(roleId))
  const [kept, rolledBack] = [{}, {}]
  announce(kept, 'role.created', event)
  announce(kept, 'role.updated', { ...event, roleId: 'other' })
  announce(rolledBack, 'role.created', { ...event, roleId: 'never' })
  expect(heard).toEqual([])
  tellCommitted(kept)
  tellCommitted(kept)
  expect(heard).toEqual(['role'])
  stop()
  announce(kept, 'role.created', event)
  tellCommitted(kept)
  expect(heard).toEqual(['role'])
})
