import { describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS, ROLE_KEYS, ROLE_TEMPLATES } from '~/authz'
import { matrixGroups, shownRoles, withRoleToggled } from './matrix'
import { matrixSearch } from './matrix-search'

const ROLES = ROLE_KEYS.map((key) => ({ key, permissions: ROLE_TEMPLATES[key].permissions }))
const GUARDS = [
  { name: 'documents.publishDocument', permissions: ['content:publish'] },
  { name: 'members.removeMember', permissions: ['org:members:remove'] },
]
const permissionsOf = (search: Record<string, unknown>) => {
  const read = matrixSearch(search)
  return matrixGroups(shownRoles(ROLES, read), GUARDS, read).flatMap(({ rows }) =>
    rows.map(({ permission }) => permission),
  )
}

describe('the matrix shows', () => {
  test('every permission without a filter, each under its resource', () => {
    expect(permissionsOf({})).toEqual(ALL_PERMISSIONS)
  })

  test('what a permission guards beside it', () => {
    const rows = matrixGroups(ROLES, GUARDS, {}).flatMap((group) => group.rows)
    const publish = rows.find(({ permission }) => permission === 'content:publish')
    expect(publish?.guards).toEqual([GUARDS[0]])
  })

  test('what holds the words, in a name, a description or a function that it guards', () => {
    expect(permissionsOf({ search: 'AUDIT:EXP' })).toEqual(['audit:export'])
    expect(permissionsOf({ search: 'removeMember' })).toEqual(['org:members:remove'])
    expect(permissionsOf({ search: 'take them back' })).toEqual(['content:publish'])
    expect(permissionsOf({ search: 'nothing at all' })).toEqual([])
  })

  test('one resource', () => {
    expect(permissionsOf({ resource: 'billing' })).toEqual(['billing:read', 'billing:write'])
  })

  test('only what the roles that are shown differ in', () => {
    expect(permissionsOf({ differ: true, roles: 'owner,admin' })).toEqual([
      'org:delete',
      'org:transfer',
    ])
    expect(permissionsOf({ differ: true })).not.toContain('users:read')
  })
})

describe('the address', () => {
  test('keeps what can be meant and drops the rest, leaving no key out', () => {
    const odd = { search: 7, resource: '__proto__', differ: 'yes', roles: ['owner'], more: 1 }
    expect(matrixSearch(odd)).toEqual({
      search: '7',
      resource: undefined,
      differ: undefined,
      roles: undefined,
    })
    expect(Object.keys(matrixSearch(odd))).toHaveLength(4)
  })

  test('that names no role of the organization shows them all', () => {
    expect(shownRoles(ROLES, { roles: 'emperor' })).toEqual(ROLES)
  })

  test('hides a role, shows it again, and never hides the last one', () => {
    const without = withRoleToggled(ROLES, {}, 'owner')
    expect(without).toBe('admin,editor,viewer,billing')
    expect(withRoleToggled(ROLES, { roles: without }, 'owner')).toBeUndefined()
    expect(withRoleToggled(ROLES, { roles: 'owner' }, 'owner')).toBeUndefined()
  })
})
