import fc from 'fast-check'
import { expect, test } from 'vitest'
import { effectOfPlan } from './plan-change'
import { COUNTED_QUOTAS, isWithinPlan, PLAN_KEYS } from './plans'

const USED = { members: 12, projects: 7, documents: 40, 'custom-roles': 6 }
const plan = fc.constantFrom(...PLAN_KEYS)
const count = fc.nat({ max: 120 })
const usage = fc.record({
  members: count,
  projects: count,
  documents: count,
  'custom-roles': count,
})

test('a smaller plan takes features and leaves the newest things over', () => {
  const { gained, lost, quotas } = effectOfPlan('enterprise', 'pro', USED)
  expect(gained).toEqual([])
  expect(lost).toEqual(['audit-export'])
  expect(quotas.filter(({ overAfter }) => overAfter > 0)).toEqual([
    { quota: 'custom-roles', used: 6, before: null, after: 5, overBefore: 0, overAfter: 1 },
  ])
})

test('only what the product has comes or goes', () => {
  expect(effectOfPlan('free', 'enterprise', USED).gained).toEqual(['custom-roles', 'audit-export'])
})

test('what is said to be over is what is then not covered, one by one', () => {
  fc.assert(
    fc.property(plan, plan, usage, (from, to, used) => {
      for (const { quota, overAfter, overBefore } of effectOfPlan(from, to, used).quotas) {
        const ranks = Array.from({ length: used[quota] }, (_, rank) => rank)
        expect(overAfter).toBe(ranks.filter((rank) => !isWithinPlan(to, quota, rank)).length)
        expect(overBefore).toBe(ranks.filter((rank) => !isWithinPlan(from, quota, rank)).length)
      }
    }),
  )
})

test('attack 28: nobody gains anything by a smaller plan', () => {
  fc.assert(
    fc.property(fc.tuple(plan, plan), usage, ([one, other], used) => {
      const [smaller, larger] = [one, other].toSorted(
        (a, b) => PLAN_KEYS.indexOf(a) - PLAN_KEYS.indexOf(b),
      )
      const { gained, quotas } = effectOfPlan(larger ?? one, smaller ?? other, used)
      expect(gained).toEqual([])
      expect(quotas.every(({ overBefore, overAfter }) => overAfter >= overBefore)).toBe(true)
      for (const quota of COUNTED_QUOTAS) {
        const covered = [0, 4, 5, 20, 60].filter((rank) =>
          isWithinPlan(smaller ?? one, quota, rank),
        )
        expect(covered.every((rank) => isWithinPlan(larger ?? one, quota, rank))).toBe(true)
      }
    }),
  )
})
