import { expect, test } from 'vitest'
import { BUNDLE_KEYS, BUNDLES, bundleState } from './bundles'
import { ALL_PERMISSIONS, isPermission } from './permissions'

test('every permission is in exactly one bundle', () => {
  const bundled = BUNDLE_KEYS.flatMap((key): readonly string[] => BUNDLES[key].permissions)
  expect(bundled.toSorted()).toEqual(ALL_PERMISSIONS.toSorted())
})

test('no bundle is mistaken for a permission: bundles are never stored', () => {
  expect(BUNDLE_KEYS.filter(isPermission)).toEqual([])
})

test('a bundle is there, partly there or not', () => {
  expect(bundleState('billing:manage', new Set())).toBe('none')
  expect(bundleState('billing:manage', new Set(['billing:read']))).toBe('some')
  expect(bundleState('billing:manage', new Set(['billing:write', 'billing:read']))).toBe('all')
})
