import { describe, expect, test } from 'vitest'
import {
  COUNTED_QUOTAS,
  type Feature,
  isPlanKey,
  isWithinPlan,
  largestLimit,
  PLAN_KEYS,
  planHasLimits,
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

describe('what a plan covers', () => {
  test('is the oldest, as many as its limit; the largest plan covers all, an unknown one none', () => {
    expect([0, 4, 5, 6].map((rank) => isWithinPlan('free', 'projects', rank))).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect(isWithinPlan('enterprise', 'projects', 1_000_000)).toBe(true)
    expect(isWithinPlan('gold', 'projects', 0)).toBe(false)
  })

  test('is known from a rank that is counted no further than the largest limit', () => {
    expect(largestLimit('projects')).toBe(50)
    expect(largestLimit('custom-roles')).toBe(5)
  })

  test('is limited at all on every plan but the largest; an unknown one is nothing but limits', () => {
    expect([...PLAN_KEYS, 'gold'].filter(planHasLimits)).toEqual(['free', 'pro', 'gold'])
  })

  test('is counted for what there is: agents are for sale before they are built', () => {
    expect(COUNTED_QUOTAS).toEqual(['members', 'projects', 'documents', 'custom-roles'])
  })
})
