import { describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS, isPermission, type Permission } from './permissions'
import {
  isOwnerRole,
  isRoleKey,
  OWNER_ROLE,
  ROLE_KEYS,
  ROLE_TEMPLATES,
  type RoleKey,
} from './roles'

const granted = (role: RoleKey): readonly Permission[] => ROLE_TEMPLATES[role].permissions

describe('the role templates', () => {
  test('owner holds everything that is registered', () => {
    expect(granted('owner').toSorted()).toEqual(ALL_PERMISSIONS.toSorted())
    expect(granted(OWNER_ROLE)).toBe(granted('owner'))
  })

  test('only one role is the one that an organization cannot be without', () => {
    expect(ROLE_KEYS.filter(isOwnerRole)).toEqual(['owner'])
    expect(isOwnerRole('Owner')).toBe(false)
  })

  test('admin holds everything but ending the organization or handing it over', () => {
    const missing = ALL_PERMISSIONS.filter((permission) => !granted('admin').includes(permission))
    expect(missing).toEqual(['org:delete', 'org:transfer'])
  })

  test('admin may delete people, and so may not editor or viewer', () => {
    expect(granted('admin')).toContain('users:delete')
    expect(granted('editor')).not.toContain('users:delete')
    expect(granted('viewer')).not.toContain('users:delete')
  })

  test('editor writes and publishes content, and changes nothing else', () => {
    const changes = granted('editor').filter((permission) => !permission.endsWith(':read'))
    expect(changes).toEqual(['content:write', 'content:publish'])
  })

  test('grants viewers read access', () => {
    expect(granted('viewer')).toContain('content:read')
    expect(granted('viewer')).toContain('users:read')
  })

  test('denies viewers everything that is not reading, and the audit log', () => {
    expect(granted('viewer').filter((permission) => !permission.endsWith(':read'))).toEqual([])
    expect(granted('viewer')).not.toContain('audit:read')
  })

  test('billing sees the bill and the people, and no content', () => {
    expect(granted('billing').toSorted()).toEqual(['billing:read', 'billing:write', 'users:read'])
  })

  test.each(ROLE_KEYS)('%s grants registered permissions only, each once', (role) => {
    expect(granted(role).every(isPermission)).toBe(true)
    expect(new Set(granted(role)).size).toBe(granted(role).length)
  })

  test.each(ROLE_KEYS)('%s has a name and a sentence for the roles page', (role) => {
    expect(ROLE_TEMPLATES[role].name).toMatch(/^[A-Z]/)
    expect(ROLE_TEMPLATES[role].description).toMatch(/\.$/)
  })
})

describe('unknown roles', () => {
  test('every template is known by its key', () => {
    expect(ROLE_KEYS).toEqual(['owner', 'admin', 'editor', 'viewer', 'billing'])
    expect(ROLE_KEYS.every(isRoleKey)).toBe(true)
  })

  test.each(['unknown', '', 'Owner', 'root', '__proto__', 'constructor', 'toString'])(
    'denies unknown roles all permissions: "%s" is no template',
    (key) => {
      expect(isRoleKey(key)).toBe(false)
    },
  )
})
