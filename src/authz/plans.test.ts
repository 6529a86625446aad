import { describe, expect, test } from 'vitest'
import {
  type Feature,
  isPlanKey,
  PLAN_KEYS,
  planIncludes,
  planLimit,
  planWithFeature,
  planWithRoom,
} from './plans'

// What a price list of the past could have left in a row.
const unknownFeature = 'time-travel' as Feature

describe('features', () => {
  test('the export of the audit log comes with the largest plan only', () => {
    expect(planIncludes('free', 'audit-export')).toBe(false)
    expect(planIncludes('pro', 'audit-export')).toBe(false)
    expect(planIncludes('enterprise', 'audit-export')).toBe(true)
  })

  test.each(['gold', '', 'Enterprise', '__proto__', 'constructor'])(
    'the unknown plan "%s" includes nothing',
    (plan) => {
      expect(isPlanKey(plan)).toBe(false)
      expect(planIncludes(plan, 'audit-export')).toBe(false)
    },
  )

  test('the smallest plan that includes a feature is the one to offer', () => {
    expect(planWithFeature('audit-export')).toBe('enterprise')
  })

  test('a feature that no plan includes has no plan to offer', () => {
    expect(planWithFeature(unknownFeature)).toBeUndefined()
  })
})

describe('limits', () => {
  test('each plan has its own, and the largest has none', () => {
    expect(planLimit('free', 'projects')).toBe(5)
    expect(planLimit('free', 'members')).toBe(10)
    expect(planLimit('pro', 'projects')).toBe(50)
    expect(planLimit('enterprise', 'projects')).toBeNull()
  })

  test('an unknown plan allows none at all', () => {
    expect(planLimit('gold', 'projects')).toBe(0)
    expect(planLimit('__proto__', 'projects')).toBe(0)
  })

  test.each([
    [0, 'free'],
    [4, 'free'],
    [5, 'pro'],
    [49, 'pro'],
    [50, 'enterprise'],
    [5000, 'enterprise'],
  ])('with %i projects, the smallest plan with room for one more is %s', (used, plan) => {
    expect(planWithRoom('projects', used)).toBe(plan)
  })

  test('a larger plan never allows less than a smaller one', () => {
    const limits = PLAN_KEYS.map((plan) => planLimit(plan, 'members') ?? Infinity)
    expect(limits).toEqual(limits.toSorted((a, b) => a - b))
  })
})
