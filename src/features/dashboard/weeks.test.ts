import { expect, test } from 'vitest'
import { lastWeeks } from './weeks'

const days = (now: string) => lastWeeks(new Date(now)).map((day) => day.toISOString().slice(0, 10))

test('thirteen Mondays, the running week last', () => {
  const weeks = days('2026-11-22T21:00:00Z')
  expect(weeks).toHaveLength(13)
  expect(weeks.at(-1)).toBe('2026-11-16')
  expect(weeks[0]).toBe('2026-08-24')
})

test('a Monday belongs to the week that it begins, and a Sunday to the one it ends', () => {
  expect(days('2026-11-23T00:00:00Z').at(-1)).toBe('2026-11-23')
  expect(days('2026-11-29T23:59:59Z').at(-1)).toBe('2026-11-23')
})
