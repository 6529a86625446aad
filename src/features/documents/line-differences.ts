/** What differs between two texts, line by line: the fewest lines that one has and the other hasn't. */

export interface DifferenceLine {
  /** `mine` and `theirs` are in that text alone, `both` in both. */
  readonly side: 'mine' | 'theirs' | 'both'
  readonly text: string
}

/** Beyond this many comparisons the middle counts as wholly different: nobody waits for a diff. */
const COMPARISONS = 4_000_000

/** @returns every line of both texts, in order; where they differ, one's own first */
export function lineDifferences(mine: string, theirs: string): DifferenceLine[] {
  const [a, b] = [linesOf(mine), linesOf(theirs)]
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  return [
    ...on('both', a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...on('both', a.slice(a.length - end)),
  ]
}

/** The longest common subsequence: lengths from the end, then a walk from the beginning. */
function middle(a: readonly string[], b: readonly string[]): DifferenceLine[] {
  if (a.length * b.length > COMPARISONS) return [...on('mine', a), ...on('theirs', b)]
  const width = b.length + 1
  const common = new Uint32Array((a.length + 1) * width)
  const lengthAt = (i: number, j: number) => common[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        a[i] === b[j]
          ? lengthAt(i + 1, j + 1) + 1
          : Math.max(lengthAt(i + 1, j), lengthAt(i, j + 1))
    }
  }
  const lines: DifferenceLine[] = []
  let j = 0
  for (const [i, text] of a.entries()) {
    while (j < b.length && text !== b[j] && lengthAt(i, j + 1) > lengthAt(i + 1, j)) {
      lines.push(...on('theirs', b.slice(j, j + 1)))
      j += 1
    }
    const isCommon = j < b.length && text === b[j]
    lines.push({ side: isCommon ? 'both' : 'mine', text })
    if (isCommon) j += 1
  }
  return [...lines, ...on('theirs', b.slice(j))]
}

function on(side: DifferenceLine['side'], lines: readonly string[]): DifferenceLine[] {
  return lines.map((text) => ({ side, text }))
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replaceAll('\r\n', '\n').split('\n')
}
