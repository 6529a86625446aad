import { describe, expect, test } from 'vitest'
import { type AccessFacts, afterChange, blastRadius } from './blast-radius'

const facts: AccessFacts = {
  roles: new Map([
    ['writer', ['content:read', 'content:write']],
    ['reader', ['content:read', 'users:read']],
  ]),
  members: new Map([
    ['both', ['writer', 'reader']],
    ['wren', ['writer']],
    ['none', []],
  ]),
  suspended: new Set(['none']),
}

const radius = (change: Parameters<typeof afterChange>[1]) =>
  blastRadius(facts, afterChange(facts, change))

describe('a change of a role', () => {
  test('reaches its holders, less what another role of theirs still grants', () => {
    expect(
      radius({
        kind: 'role_changed',
        roleId: 'writer',
        permissions: ['content:write', 'audit:read'],
      }),
    ).toEqual([
      {
        memberId: 'both',
        gains: ['audit:read'],
        loses: [],
        isLockedOut: false,
        isSuspended: false,
      },
      {
        memberId: 'wren',
        gains: ['audit:read'],
        loses: ['content:read'],
        isLockedOut: false,
        isSuspended: false,
      },
    ])
  })

  test('that changes nothing reaches nobody', () => {
    expect(
      radius({
        kind: 'role_changed',
        roleId: 'reader',
        permissions: ['users:read', 'content:read'],
      }),
    ).toEqual([])
  })
})

describe('a role that is deleted', () => {
  test('without a replacement locks out whoever held nothing else', () => {
    expect(radius({ kind: 'role_deleted', roleId: 'writer', replacementId: null })).toEqual([
      {
        memberId: 'both',
        gains: [],
        loses: ['content:write'],
        isLockedOut: false,
        isSuspended: false,
      },
      {
        memberId: 'wren',
        gains: [],
        loses: ['content:read', 'content:write'],
        isLockedOut: true,
        isSuspended: false,
      },
    ])
  })

  test('with one gives it to each holder once', () => {
    const after = afterChange(facts, {
      kind: 'role_deleted',
      roleId: 'writer',
      replacementId: 'reader',
    })
    expect(Object.fromEntries(after.members)).toEqual({
      both: ['reader'],
      wren: ['reader'],
      none: [],
    })
    expect(facts.members.get('wren')).toEqual(['writer'])
  })
})

describe("a member's roles", () => {
  test('are what was asked for, each once; a role that is unknown grants nothing', () => {
    expect(
      radius({
        kind: 'members_changed',
        roleIds: new Map([['none', ['reader', 'reader', 'gone']]]),
      }),
    ).toEqual([
      {
        memberId: 'none',
        gains: ['content:read', 'users:read'],
        loses: [],
        isLockedOut: false,
        // On their return.
        isSuspended: true,
      },
    ])
  })

  test('count as new for somebody who was not in the facts', () => {
    expect(
      radius({ kind: 'members_changed', roleIds: new Map([['new', ['writer']]]) }),
    ).toMatchObject([{ memberId: 'new', gains: ['content:read', 'content:write'] }])
  })
})
