import { expect, test } from 'vitest'
import { type Access, canAccess, canAccessAll, canAccessAny, type Resource } from './access'

const editor: Access = {
  userId: 'user-editor',
  orgId: 'org-here',
  membershipId: 'membership-editor',
  status: 'active',
  roles: [{ id: 'role', key: 'editor', name: 'Editor' }],
  permissions: new Set(['content:read', 'content:write']),
}

const documentOf = (orgId: string): Resource => ({ type: 'document', orgId, ownerId: 'user-x' })

test('canAccess says yes to what is held, for the organization and for a row of it', () => {
  expect(canAccess(editor, 'content:write')).toBe(true)
  expect(canAccess(editor, 'content:write', documentOf('org-here'))).toBe(true)
})

test('canAccess says no to what is not held, to other tenants, and to nobody', () => {
  expect(canAccess(editor, 'content:delete')).toBe(false)
  expect(canAccess(editor, 'content:write', documentOf('org-elsewhere'))).toBe(false)
  expect(canAccess(null, 'content:read')).toBe(false)
})

test("a role's name grants nothing by itself", () => {
  const titled = { ...editor, roles: [{ id: 'r', key: 'owner', name: 'Owner' }] }
  expect(canAccess({ ...titled, permissions: new Set() }, 'content:read')).toBe(false)
})

test('of several permissions, any takes one and all take each; nobody holds one of none', () => {
  expect(canAccessAny(editor, ['content:delete', 'content:write'])).toBe(true)
  expect(canAccessAny(editor, ['content:delete', 'users:read'])).toBe(false)
  expect(canAccessAny(editor, [])).toBe(false)
  expect(canAccessAll(editor, ['content:read', 'content:write'])).toBe(true)
  expect(canAccessAll(editor, ['content:read', 'content:delete'])).toBe(false)
  const elsewhere = documentOf('org-elsewhere')
  expect(canAccessAny(editor, ['content:read'], elsewhere)).toBe(false)
  expect(canAccessAll(editor, ['content:read'], elsewhere)).toBe(false)
  expect([canAccessAny(null, ['content:read']), canAccessAll(null, ['content:read'])]).toEqual([
    false,
    false,
  ])
})
