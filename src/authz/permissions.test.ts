import { describe, expect, test } from 'vitest'
import { ALL_PERMISSIONS, isPermission, PERMISSIONS, resourceOf } from './permissions'

test('every permission is written resource:action, in lower case', () => {
  for (const permission of ALL_PERMISSIONS) {
    expect(permission).toMatch(/^[a-z]+(:[a-z]+){1,2}$/)
  }
})

test('every permission is explained in a sentence, and no two alike', () => {
  const sentences = ALL_PERMISSIONS.map((permission) => PERMISSIONS[permission].description)
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].{5,}\.$/)
  expect(new Set(sentences).size).toBe(sentences.length)
})

test("the permissions of the guide's twelve that bear an unchanged name are all here", () => {
  expect(ALL_PERMISSIONS).toEqual(
    expect.arrayContaining([
      'content:read',
      'content:write',
      'content:publish',
      'content:delete',
      'users:read',
      'users:write',
      'users:delete',
      'billing:read',
      'billing:write',
    ]),
  )
})

test('whatever changes who may do what is marked, so that it runs one at a time', () => {
  const marked = ALL_PERMISSIONS.filter((permission) => PERMISSIONS[permission].changesAccess)
  expect(marked).toEqual([
    'users:delete',
    'org:members:invite',
    'org:members:remove',
    'org:roles:write',
    'org:roles:assign',
    'org:delete',
    'org:transfer',
  ])
})

describe('telling a permission from other text', () => {
  test('every registered permission is one', () => {
    for (const permission of ALL_PERMISSIONS) expect(isPermission(permission)).toBe(true)
  })

  test.each(['', 'content', 'content:', ':read', 'Content:Read', 'content:read ', '*'])(
    '"%s" is not a permission',
    (text) => {
      expect(isPermission(text)).toBe(false)
    },
  )

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'])(
    '"%s", which every object has, is not a permission',
    (text) => {
      expect(isPermission(text)).toBe(false)
    },
  )
})

test('the resource of a permission is what stands before its last colon', () => {
  expect(resourceOf('content:read')).toBe('content')
  expect(resourceOf('org:members:invite')).toBe('org:members')
})
