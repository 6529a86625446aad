import { expect, test } from 'vitest'
import { displayRank, hasRole } from './hierarchy'
import { ROLE_KEYS } from './roles'

const held = (...keys: string[]) => keys.map((key) => ({ key }))

test('a role is at least itself and what is below it', () => {
  expect(hasRole(held('admin'), 'editor')).toBe(true)
  expect(hasRole(held('editor'), 'editor')).toBe(true)
  expect(hasRole(held('viewer'), 'editor')).toBe(false)
  expect(hasRole(held('viewer', 'owner'), 'admin')).toBe(true)
})

test.each(['billing', 'steward', '__proto__', ''])('%s has no rank', (key) => {
  expect(hasRole(held(key), 'viewer')).toBe(false)
  expect(hasRole([], 'viewer')).toBe(false)
})

test('roles are shown in the order of the templates, those of the organization last', () => {
  const keys = ['steward', ...ROLE_KEYS.toReversed()]
  expect(keys.toSorted((a, b) => displayRank(a) - displayRank(b))).toEqual([
    ...ROLE_KEYS,
    'steward',
  ])
})
