/**
 * The policy as a table, checked in so that a change of it is a diff which anybody can review.
 *
 * Run with UPDATE_POLICY=1 to write the table anew after changing a role template.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS, canAccess, ROLE_KEYS, ROLE_TEMPLATES, type RoleKey } from '~/authz'
import { policyTable } from './policy-table'

const TABLE = join(import.meta.dirname, 'role-permissions.txt')

/** Asks the evaluator, not the template: the table shows answers. */
function may(role: RoleKey, permission: (typeof ALL_PERMISSIONS)[number]): boolean {
  const template = ROLE_TEMPLATES[role]
  const access = {
    userId: 'user',
    orgId: 'org',
    membershipId: 'membership',
    status: 'active',
    roles: [{ id: role, key: role, name: template.name }],
    permissions: new Set<(typeof ALL_PERMISSIONS)[number]>(template.permissions),
  }
  return canAccess(access, permission)
}

const now = policyTable(ROLE_KEYS, ALL_PERMISSIONS, may)
if (process.env.UPDATE_POLICY === '1') writeFileSync(TABLE, now)
const checkedIn = readFileSync(TABLE, 'utf8')

test('the roles grant exactly what the checked-in table says', () => {
  expect(now).toBe(checkedIn)
})

// Written out by hand, so that a wrong table cannot vouch for itself.
describe('read from the checked-in table itself', () => {
  const cells = new Map(
    checkedIn
      .split('\n')
      .map((line) => line.split(/\s+/))
      .filter(([first]) => first?.includes(':'))
      .map(([permission, ...marks]) => [permission, marks.join('')]),
  )

  test.each([
    // owner, admin, editor, viewer, billing
    ['content:read', '✔✔✔✔✘'],
    ['content:write', '✔✔✔✘✘'],
    ['content:delete', '✔✔✘✘✘'],
    ['users:read', '✔✔✔✔✔'],
    ['org:roles:assign', '✔✔✘✘✘'],
    ['org:transfer', '✔✘✘✘✘'],
    ['billing:write', '✔✔✘✘✔'],
    ['audit:read', '✔✔✘✘✘'],
  ])('%s is %s for owner, admin, editor, viewer and billing', (permission, marks) => {
    expect(cells.get(permission)).toBe(marks)
  })

  test('it has a row for every permission', () => {
    expect([...cells.keys()]).toEqual([...ALL_PERMISSIONS])
  })
})
