import { describe, expect, test } from 'vitest'
import type { Access } from './access'
import { allPermissionsOf, hasBillingAccess, mayHere, rightsOfBillingContact } from './billing'
import { ALL_PERMISSIONS, type Permission } from './permissions'
import { canAccess } from './access'

const member = (more: Partial<Access> = {}): Access => ({
  userId: 'person',
  orgId: 'organization',
  membershipId: 'membership',
  status: 'active',
  roles: [],
  permissions: new Set<Permission>(),
  ...more,
})

describe('the plan and its bill are handled by', () => {
  test('whoever holds the permission', () => {
    const writer = member({ permissions: new Set<Permission>(['billing:write']) })
    expect(hasBillingAccess(writer, 'billing:write')).toBe(true)
    expect(hasBillingAccess(writer, 'billing:read')).toBe(false)
  })

  test('the billing contact, without any role', () => {
    const contact = member({ isBillingContact: true })
    expect(hasBillingAccess(contact, 'billing:read')).toBe(true)
    expect(hasBillingAccess(contact, 'billing:write')).toBe(true)
  })

  test('nobody else, and nobody who is not active', () => {
    expect(hasBillingAccess(null, 'billing:read')).toBe(false)
    expect(hasBillingAccess(member(), 'billing:read')).toBe(false)
    expect(hasBillingAccess(member({ isBillingContact: false }), 'billing:write')).toBe(false)
    const suspended = member({ isBillingContact: true, status: 'suspended' })
    expect(hasBillingAccess(suspended, 'billing:write')).toBe(false)
  })
})

test('what the flag brings is said of the contact alone', () => {
  expect(rightsOfBillingContact(member({ isBillingContact: true }))).toEqual([
    'billing:read',
    'billing:write',
  ])
  expect(rightsOfBillingContact(member())).toEqual([])
})

test('being the billing contact grants no permission by itself', () => {
  const contact = member({ isBillingContact: true })
  expect(ALL_PERMISSIONS.filter((permission) => canAccess(contact, permission))).toEqual([])
})

describe('what the contact holds', () => {
  test('is what the roles give, and the bill', () => {
    const contact = member({ isBillingContact: true, permissions: new Set(['users:read']) })
    expect([...allPermissionsOf(contact)]).toEqual(['users:read', 'billing:read', 'billing:write'])
    expect([...allPermissionsOf(member())]).toEqual([])
  })

  test('is what an explicit check answers, and nothing besides', () => {
    const contact = member({ isBillingContact: true })
    const held = ALL_PERMISSIONS.filter((permission) => mayHere(contact, permission))
    expect(held).toEqual(['billing:read', 'billing:write'])
    const gone = member({ isBillingContact: true, status: 'suspended' })
    expect(ALL_PERMISSIONS.filter((permission) => mayHere(gone, permission))).toEqual([])
    const reader = member({ permissions: new Set(['content:read']) })
    expect(ALL_PERMISSIONS.filter((permission) => mayHere(reader, permission))).toEqual([
      'content:read',
    ])
  })
})
