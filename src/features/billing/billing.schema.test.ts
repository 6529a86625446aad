/** Which plans may be chosen. */
import { expect, test } from 'vitest'
import { PLAN_KEYS } from '~/authz'
import { planSchema } from './billing.schema'

test('the plans that may be chosen are those of the registry, the very same list', () => {
  expect(Object.values(planSchema.shape.plan.enum)).toEqual(PLAN_KEYS)
  expect(planSchema.safeParse({ plan: 'platinum' }).success).toBe(false)
})
