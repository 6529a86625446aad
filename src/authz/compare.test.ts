import fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePermissions, differencesTo, nearlyTheSame } from './compare'
import { ALL_PERMISSIONS } from './permissions'
import { ROLE_KEYS, ROLE_TEMPLATES } from './roles'

const sets = fc.subarray([...ALL_PERMISSIONS])

test('two roles side by side: each permission is in one of three lists', () => {
  const compared = comparePermissions(['users:read', 'content:read'], ['users:read', 'audit:read'])
  expect(compared).toEqual({
    onlyFirst: ['content:read'],
    onlySecond: ['audit:read'],
    both: ['users:read'],
  })
})

test('a template with the differences to a wanted set is the wanted set', () => {
  fc.assert(
    fc.property(sets, sets, (template, wanted) => {
      const { added, removed } = differencesTo(template, wanted)
      const made = [...template.filter((permission) => !removed.includes(permission)), ...added]
      expect(made.toSorted()).toEqual(wanted.toSorted())
      expect(added.some((permission) => template.includes(permission))).toBe(false)
    }),
  )
})

test('a role that differs from Editor by one is told so, and others are not', () => {
  const roles = ROLE_KEYS.map((key) => ({ key, permissions: ROLE_TEMPLATES[key].permissions }))
  const wanted = [...ROLE_TEMPLATES.editor.permissions, 'content:delete' as const]
  const similar = nearlyTheSame(wanted, roles)
  expect(similar.map(({ role, differsBy }) => [role.key, differsBy])).toEqual([['editor', 1]])
})

test('the closest of several comes first, the same one before all', () => {
  const roles = [
    { name: 'near', permissions: ['users:read' as const] },
    { name: 'same', permissions: ['users:read' as const, 'audit:read' as const] },
  ]
  const similar = nearlyTheSame(['audit:read', 'users:read'], roles)
  expect(similar.map(({ role, differsBy }) => [role.name, differsBy])).toEqual([
    ['same', 0],
    ['near', 1],
  ])
})
