import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lineDifferences } from './line-differences'

const SIGNS = { mine: '-', theirs: '+', both: ' ' } as const
const shown = (mine: string, theirs: string) =>
  lineDifferences(mine, theirs).map(({ side, text }) => `${SIGNS[side]}${text}`)

describe('the differences between two texts', () => {
  test('are the lines that only one of them has', () => {
    expect(shown('a\nb\nc', 'a\nx\nc')).toEqual([' a', '-b', '+x', ' c'])
    expect(shown('a\nb\nc\nd', 'b\nc\nd\ne')).toEqual(['-a', ' b', ' c', ' d', '+e'])
    expect(shown('a\nc', 'a\nb\nc')).toEqual([' a', '+b', ' c'])
  })

  test('are none where the texts are alike, but for how lines end', () => {
    expect(shown('a\r\nb', 'a\nb')).toEqual([' a', ' b'])
    expect(shown('', '')).toEqual([])
  })

  test('are everything where one is empty', () => {
    expect(shown('', 'a\nb')).toEqual(['+a', '+b'])
    expect(shown('a', '')).toEqual(['-a'])
  })

  test('give both texts back, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' '), { maxLength: 12 })
    fc.assert(
      fc.property(text, text, (mine, theirs) => {
        const lines = lineDifferences(mine.join('\n'), theirs.join('\n'))
        const of = (side: string) =>
          lines
            .filter((line) => line.side === 'both' || line.side === side)
            .map((line) => line.text)
        expect(of('mine')).toEqual(mine)
        expect(of('theirs')).toEqual(theirs)
      }),
    )
  })

  test('are found in time for long texts that have nothing in common', () => {
    const long = (word: string) =>
      Array.from({ length: 20_000 }, (_, n) => `${word}${n}`).join('\n')
    expect(lineDifferences(long('a'), long('b'))).toHaveLength(40_000)
  })
})
