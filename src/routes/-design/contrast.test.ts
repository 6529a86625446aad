/** The tokens of both themes, held to WCAG 2: 4.5 : 1 for text, 3 : 1 for controls and graphics. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { contrast } from './contrast'

const SHEET = readFileSync(join(import.meta.dirname, '../../ui/styles.css'), 'utf8')
const TOKEN = /--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g
const TOKENS = [...SHEET.matchAll(TOKEN)]

const GROUNDS = ['ground', 'surface', 'sunken', 'highlight']
const CHART = ['chart-main', 'chart-quiet', 'chart-past']
const TONES = ['allowed', 'refused', 'limited']

test('the tokens are found', () => {
  expect(TOKENS.length).toBeGreaterThan(25)
})

test.each([
  ['#000000', '#ffffff', '21.0'],
  ['#767676', '#ffffff', '4.5'],
  // 4.48, which is not enough.
  ['#777777', '#ffffff', '4.4'],
  // A channel below 0.04045, where the curve is a line.
  ['#0a0a0a', '#000000', '1.0'],
  ['#0000ff', '#ffffff', '8.5'],
])('%s on %s is counted as WCAG 2 does: %s', (one, other, ratio) => {
  expect(contrast(rgb(one), rgb(other))).toBe(ratio)
  expect(contrast(rgb(other), rgb(one))).toBe(ratio)
})

describe.each([
  ['light', 2],
  ['dark', 3],
] as const)('in the %s theme', (_, column) => {
  const colours = new Map(TOKENS.map((token) => [token[1], token[column] ?? '']))
  const ratio = (one: string, other: string): number =>
    Number(contrast(rgb(colours.get(one)), rgb(colours.get(other))))

  test.each([...GROUNDS, 'allowed-soft', 'refused-soft', 'limited-soft', 'accent-soft'])(
    'what is written is readable on %s',
    (ground) => {
      expect(ratio('ink', ground)).toBeGreaterThanOrEqual(7)
      expect(ratio('ink-soft', ground)).toBeGreaterThanOrEqual(4.5)
    },
  )

  test.each(GROUNDS)('so are hints and meanings on %s', (ground) => {
    for (const text of ['ink-faint', 'accent-text', ...TONES]) {
      expect(ratio(text, ground), text).toBeGreaterThanOrEqual(4.5)
    }
  })

  test.each([...TONES, 'accent'])('%s is readable on its own tint', (tone) => {
    const text = tone === 'accent' ? 'accent-text' : tone
    expect(ratio(text, `${tone}-soft`)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(GROUNDS)('the boundary of a control shows on %s', (ground) => {
    expect(ratio('line-strong', ground)).toBeGreaterThanOrEqual(3)
  })

  test.each(CHART)('%s shows on the page, and apart from the other bars', (bar) => {
    expect(ratio(bar, 'ground')).toBeGreaterThanOrEqual(3)
    expect(ratio(bar, 'surface')).toBeGreaterThanOrEqual(3)
    for (const other of CHART.filter((one) => one !== bar)) {
      expect(ratio(bar, other), other).toBeGreaterThanOrEqual(1.5)
    }
  })

  test('the row under the pointer differs from what is around it', () => {
    expect(ratio('highlight', 'ground')).toBeGreaterThanOrEqual(1.1)
    expect(ratio('highlight', 'surface')).toBeGreaterThanOrEqual(1.1)
  })
})

/** @returns a colour as browsers compute it */
function rgb(hex = ''): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  return `rgb(${channels.join(', ')})`
}
