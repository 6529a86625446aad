/** What somebody else saved, beside one's own text: the lines that differ, or all of it. */
import { type ReactNode, useMemo } from 'react'
import { cx } from '~/ui/cx'
import { Prose } from '~/ui/prose'
import { Tabs } from '~/ui/tabs'
import { type DifferenceLine, lineDifferences } from '../line-differences'
import type { Draft } from './document-fields'

export interface TheirVersionProps {
  readonly mine: Draft
  readonly theirs: Draft
}

export function TheirVersion({ mine, theirs }: TheirVersionProps) {
  return (
    <section
      aria-label="The saved version"
      className="rounded-lg border border-line bg-surface px-4 py-2 shadow-raised"
    >
      <Tabs
        local
        label="What was saved"
        tabs={[
          {
            value: 'differences',
            label: 'Differences',
            content: (
              <Scrolling>
                <Differences mine={mine} theirs={theirs} />
              </Scrolling>
            ),
          },
          {
            value: 'theirs',
            label: 'Saved version',
            content: (
              <Scrolling>
                <p className="mb-4 text-xl font-semibold">{theirs.title}</p>
                <Prose text={theirs.body} />
              </Scrolling>
            ),
          },
        ]}
      />
    </section>
  )
}

function Scrolling({ children }: { readonly children: ReactNode }) {
  return (
    <div {...SCROLLS} className="max-h-[50dvh] overflow-y-auto pb-2">
      {children}
    </div>
  )
}

/** The keyboard must be able to reach what scrolls. */
const SCROLLS = { role: 'region', 'aria-label': 'What was saved', tabIndex: 0 }

function Differences({ mine, theirs }: TheirVersionProps) {
  const lines = useMemo(
    () => [
      ...lineDifferences(mine.title, theirs.title),
      ...folded(lineDifferences(mine.body, theirs.body)),
    ],
    [mine, theirs],
  )
  return (
    <ol className="font-mono text-small leading-relaxed">
      {lines.map((line, place) => (
        // Lines never change places: their place is their key.
        <Line key={place} line={line} />
      ))}
    </ol>
  )
}

const SIDES = {
  mine: { sign: '−', words: 'Only in yours:', look: 'bg-sunken text-ink' },
  theirs: {
    sign: '+',
    words: 'Only in the saved version:',
    look: 'bg-accent-soft text-accent-text',
  },
  both: { sign: ' ', words: '', look: 'text-ink-soft' },
  folded: { sign: '⋯', words: '', look: 'text-ink-faint italic' },
} as const

type Shown = Omit<DifferenceLine, 'side'> & { readonly side: keyof typeof SIDES }

function Line({ line: { side, text } }: { readonly line: Shown }) {
  const { sign, words, look } = SIDES[side]
  return (
    <li className={cx('flex gap-3 rounded-sm px-2 whitespace-pre-wrap wrap-anywhere', look)}>
      <span aria-hidden="true" className="w-3 shrink-0 select-none">
        {sign}
      </span>
      {words !== '' && <span className="sr-only">{words}</span>}
      <span className="min-h-[1lh] min-w-0">{text}</span>
    </li>
  )
}

/** Lines of both texts that are kept around a difference, to know where it is. */
const AROUND = 2

/** Long runs of lines that are alike become one line that says how many. */
function folded(lines: readonly DifferenceLine[]): Shown[] {
  const near = lines.map((_, place) =>
    lines
      .slice(Math.max(0, place - AROUND), place + AROUND + 1)
      .some(({ side }) => side !== 'both'),
  )
  const shown: Shown[] = []
  let alike = 0
  for (const [place, line] of lines.entries()) {
    if (near[place] !== true) alike += 1
    if (alike > 0 && (near[place] === true || place === lines.length - 1)) {
      shown.push({ side: 'folded', text: alike === 1 ? '1 line alike' : `${alike} lines alike` })
      alike = 0
    }
    if (near[place] === true) shown.push(line)
  }
  return shown
}
