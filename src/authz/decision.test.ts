import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Access, Resource, ResourceType } from './access'
import { decide, ownershipGrants } from './decision'
import { ALL_PERMISSIONS, type Permission } from './permissions'

const HERE = 'org-here'
const ELSEWHERE = 'org-elsewhere'
const ME = 'user-me'

function member(facts: Partial<Access> = {}): Access {
  return {
    userId: ME,
    orgId: HERE,
    membershipId: 'membership-me',
    status: 'active',
    roles: [],
    permissions: new Set(),
    ...facts,
  }
}

const holding = (...permissions: Permission[]): Access =>
  member({ permissions: new Set(permissions) })

const document = (facts: Partial<Resource> = {}): Resource => ({
  type: 'document',
  orgId: HERE,
  ownerId: 'user-other',
  ...facts,
})

// What a caller that was not type-checked could pass: an old client, or a row of the database.
const asPermission = (text: string): Permission => text as Permission

describe('who is asking', () => {
  test('nobody without a membership is allowed anything', () => {
    expect(decide(null, 'content:read')).toEqual({
      allowed: false,
      reason: { kind: 'not_a_member' },
    })
  })

  test('a suspended member who holds the permission is refused, and told the status', () => {
    const suspended = member({ status: 'suspended', permissions: new Set(ALL_PERMISSIONS) })
    expect(decide(suspended, 'content:read')).toEqual({
      allowed: false,
      reason: { kind: 'membership_inactive', status: 'suspended' },
    })
  })

  test.each(['', 'Active', 'active ', 'invited', 'toString'])(
    'the status "%s" is not active and is refused',
    (status) => {
      const someone = member({ status, permissions: new Set(ALL_PERMISSIONS) })
      expect(decide(someone, 'content:read').allowed).toBe(false)
    },
  )
})

describe('what is asked', () => {
  test('a held permission is allowed, and the reason is the role that grants it', () => {
    expect(decide(holding('audit:read'), 'audit:read')).toEqual({
      allowed: true,
      reason: { kind: 'granted_by_role', permission: 'audit:read' },
    })
  })

  test('a permission that is not held is refused, and the reason names it', () => {
    expect(decide(holding('audit:read'), 'audit:export')).toEqual({
      allowed: false,
      reason: { kind: 'missing_permission', permission: 'audit:export' },
    })
  })

  test.each([
    'content:destroy',
    '',
    '*',
    'content:*',
    '__proto__',
    'constructor',
    'hasOwnProperty',
  ])('the unregistered permission "%s" is refused even when the set contains it', (text) => {
    const unknown = asPermission(text)
    expect(decide(holding(unknown, ...ALL_PERMISSIONS), unknown)).toEqual({
      allowed: false,
      reason: { kind: 'unknown_permission' },
    })
  })
})

describe('on which resource', () => {
  test('a permission counts for a resource of the same organization', () => {
    expect(decide(holding('content:delete'), 'content:delete', document()).allowed).toBe(true)
  })

  test("another organization's resource is refused whatever is held", () => {
    const foreign = document({ orgId: ELSEWHERE })
    expect(decide(holding(...ALL_PERMISSIONS), 'content:read', foreign)).toEqual({
      allowed: false,
      reason: { kind: 'other_organization' },
    })
  })

  test.each<Permission>(['content:read', 'content:write'])(
    'the owner of a document may %s it without any role',
    (permission) => {
      expect(decide(member(), permission, document({ ownerId: ME }))).toEqual({
        allowed: true,
        reason: { kind: 'granted_by_ownership', permission },
      })
    },
  )

  test.each<Permission>(['content:publish', 'content:delete', 'audit:read'])(
    'owning a document does not grant %s',
    (permission) => {
      expect(decide(member(), permission, document({ ownerId: ME })).allowed).toBe(false)
    },
  )

  test('the owner of a document in another organization is refused', () => {
    const mineElsewhere = document({ ownerId: ME, orgId: ELSEWHERE })
    expect(decide(member(), 'content:read', mineElsewhere).reason.kind).toBe('other_organization')
  })

  test('a former member is refused the document they own', () => {
    const gone = member({ status: 'removed' })
    expect(decide(gone, 'content:read', document({ ownerId: ME })).allowed).toBe(false)
    expect(decide(null, 'content:read', document({ ownerId: ME })).allowed).toBe(false)
  })

  test.each([undefined, null, 'user-other'])(
    'a document whose owner is %s belongs to nobody who asks',
    (ownerId) => {
      expect(decide(member(), 'content:read', document({ ownerId })).allowed).toBe(false)
    },
  )

  test.each<ResourceType>(['project', 'member'])('owning a %s grants nothing', (type) => {
    for (const permission of ALL_PERMISSIONS) {
      expect(ownershipGrants(type, permission)).toBe(false)
      const mine: Resource = { type, orgId: HERE, ownerId: ME }
      expect(decide(member(), permission, mine).allowed).toBe(false)
    }
  })

  test('ownership of documents grants reading and writing them, and nothing else', () => {
    const granted = ALL_PERMISSIONS.filter((permission) => ownershipGrants('document', permission))
    expect(granted).toEqual(['content:read', 'content:write'])
  })
})

describe('for all people, permissions and resources', () => {
  const permission = fc.constantFrom(...ALL_PERMISSIONS)
  const permissions = fc.uniqueArray(permission)
  const person = fc.constantFrom(ME, 'user-other', 'user-third')
  const organization = fc.constantFrom(HERE, ELSEWHERE)
  const access = fc.record({
    userId: person,
    orgId: organization,
    membershipId: fc.constant('m'),
    status: fc.constantFrom('active', 'suspended', 'invited', ''),
    roles: fc.constant([]),
    permissions: permissions.map((held) => new Set(held)),
  })
  const resource = fc.record({
    type: fc.constantFrom<ResourceType>('project', 'document', 'member'),
    orgId: organization,
    ownerId: fc.option(person),
  })
  const anyResource = fc.option(resource, { nil: undefined })

  test('one permission more never takes an answer of yes away', () => {
    fc.assert(
      fc.property(access, permission, permission, anyResource, (who, more, asked, what) => {
        if (!decide(who, asked, what).allowed) return
        const richer = { ...who, permissions: new Set([...who.permissions, more]) }
        expect(decide(richer, asked, what).allowed).toBe(true)
      }),
    )
  })

  test('a resource of another tenant is never allowed', () => {
    fc.assert(
      fc.property(access, permission, resource, (who, asked, what) => {
        fc.pre(who.orgId !== what.orgId)
        expect(decide(who, asked, what).allowed).toBe(false)
      }),
    )
  })

  test('a membership that is not active is never allowed', () => {
    fc.assert(
      fc.property(access, permission, anyResource, fc.string(), (who, asked, what, status) => {
        fc.pre(status !== 'active')
        expect(decide({ ...who, status }, asked, what).allowed).toBe(false)
      }),
    )
  })

  test('a permission that is not registered is never allowed', () => {
    const registered: ReadonlySet<string> = new Set(ALL_PERMISSIONS)
    fc.assert(
      fc.property(access, fc.string(), anyResource, (who, text, what) => {
        fc.pre(!registered.has(text))
        const unknown = asPermission(text)
        const holder = { ...who, permissions: new Set([...who.permissions, unknown]) }
        expect(decide(holder, unknown, what).allowed).toBe(false)
      }),
    )
  })

  test('a yes always rests on a held permission or on owning a document here', () => {
    fc.assert(
      fc.property(access, permission, anyResource, (who, asked, what) => {
        const { allowed, reason } = decide(who, asked, what)
        const byRole = who.permissions.has(asked)
        const byOwnership =
          what?.type === 'document' &&
          what.ownerId === who.userId &&
          (asked === 'content:read' || asked === 'content:write')
        const here = what === undefined || what.orgId === who.orgId
        expect(allowed).toBe(who.status === 'active' && here && (byRole || byOwnership))
        expect(reason.kind.startsWith('granted')).toBe(allowed)
        expect(reason.kind === 'granted_by_role').toBe(allowed && byRole)
      }),
    )
  })
})
