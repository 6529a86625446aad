import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { permissionsBeyond } from './delegation'
import { ALL_PERMISSIONS, type Permission } from './permissions'
import { ROLE_TEMPLATES } from './roles'

const held = (permissions: Iterable<Permission>): ReadonlySet<Permission> => new Set(permissions)
const admin = held(ROLE_TEMPLATES.admin.permissions)

describe('what a person may hand out, and on whom they may act', () => {
  test('an admin does not reach an owner, and what is missing is named', () => {
    expect(permissionsBeyond(admin, ROLE_TEMPLATES.owner.permissions)).toEqual([
      'org:delete',
      'org:transfer',
    ])
  })

  test('an admin covers another admin, an editor, a viewer and a billing contact', () => {
    for (const key of ['admin', 'editor', 'viewer', 'billing'] as const) {
      expect(permissionsBeyond(admin, ROLE_TEMPLATES[key].permissions)).toEqual([])
    }
  })

  test('an editor and a billing contact do not cover each other', () => {
    const { editor, billing } = ROLE_TEMPLATES
    expect(permissionsBeyond(held(editor.permissions), billing.permissions)).not.toEqual([])
    expect(permissionsBeyond(held(billing.permissions), editor.permissions)).not.toEqual([])
  })

  test('somebody who holds nothing is covered by everyone, and covers nobody else', () => {
    expect(permissionsBeyond(held([]), [])).toEqual([])
    expect(permissionsBeyond(held([]), ['users:read'])).toEqual(['users:read'])
  })

  test('what two roles both grant is named once', () => {
    expect(permissionsBeyond(held([]), ['users:read', 'users:read'])).toEqual(['users:read'])
  })
})

describe('for all sets of permissions', () => {
  const sets = fc.uniqueArray(fc.constantFrom(...ALL_PERMISSIONS))

  test('nothing is in excess exactly when the actor holds all of it', () => {
    fc.assert(
      fc.property(sets, sets, (actor, wanted) => {
        const covers = wanted.every((permission) => actor.includes(permission))
        expect(permissionsBeyond(held(actor), wanted).length === 0).toBe(covers)
      }),
    )
  })

  test('nobody can hand on, through any chain of people, what the first did not hold', () => {
    fc.assert(
      fc.property(sets, sets, sets, (first, second, third) => {
        fc.pre(permissionsBeyond(held(first), second).length === 0)
        fc.pre(permissionsBeyond(held(second), third).length === 0)
        expect(permissionsBeyond(held(first), third)).toEqual([])
      }),
    )
  })
})
