import { expect, test } from 'vitest'
import { localProvider, monthAfter } from './provider.server'

test.each([
  ['2026-03-15T10:00:00.000Z', '2026-04-15T10:00:00.000Z'],
  ['2026-01-31T00:00:00.000Z', '2026-02-28T00:00:00.000Z'],
  ['2028-01-31T00:00:00.000Z', '2028-02-29T00:00:00.000Z'],
  ['2026-12-31T23:59:59.999Z', '2027-01-31T23:59:59.999Z'],
])('a month after %s is %s', (day, next) => {
  expect(monthAfter(new Date(day)).toISOString()).toBe(next)
})

test('the built-in provider bills the new plan’s price for a month, each change under an id of its own', async () => {
  const at = new Date('2026-03-15T10:00:00.000Z')
  const change = { orgId: 'o', from: 'free', to: 'pro', at } as const
  const [first, second] = [await localProvider.settle(change), await localProvider.settle(change)]
  expect(first).toMatchObject({ plan: 'pro', amountCents: 4900, periodStart: at })
  expect(first.id).not.toBe(second.id)
})
