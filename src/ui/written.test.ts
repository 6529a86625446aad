import { describe, expect, test } from 'vitest'
import { dayAndMonth, euros, grouped, inLocalTime, inUtc, oneOf } from './written'

const AT = new Date('2026-09-06T08:05:09.999Z')

describe('what people read', () => {
  test.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1_234_567, '1,234,567'],
  ])('the number %d is %s', (value, text) => {
    expect(grouped(value)).toBe(text)
  })

  test.each([
    [0, '€0.00'],
    [4905, '€49.05'],
    [124_900, '€1,249.00'],
  ])('%d cents are %s', (cents, text) => {
    expect(euros(cents)).toBe(text)
  })

  test.each([
    [[], ''],
    [['Ada'], 'Ada'],
    [['Ada', 'Grace'], 'Ada or Grace'],
    [['Ada', 'Grace', 'Margaret'], 'Ada, Grace or Margaret'],
  ])('of %j, one', (names, text) => {
    expect(oneOf(names)).toBe(text)
  })

  test('a moment, as exactly as asked', () => {
    expect(dayAndMonth(AT)).toBe('6 Sep')
    expect(inUtc(AT, 'day')).toBe('6 Sep 2026')
    expect(inUtc(AT, 'minute')).toBe('6 Sep 2026, 08:05')
    expect(inUtc(AT, 'second')).toBe('6 Sep 2026, 08:05:09')
  })

  test("a moment by the reader's clock, in winter as in summer", () => {
    const zone = process.env.TZ
    try {
      process.env.TZ = 'Pacific/Auckland'
      expect(inLocalTime(new Date('2026-12-31T11:30:00Z'), 'minute')).toBe('1 Jan 2027, 00:30')
      expect(inLocalTime(new Date('2026-07-01T11:30:00Z'), 'minute')).toBe('1 Jul 2026, 23:30')
    } finally {
      if (zone === undefined) delete process.env.TZ
      else process.env.TZ = zone
    }
  })
})
