/** The colours in both themes, each with the contrast it has on the page's surface. */
import { useEffect, useRef, useState } from 'react'
import { contrast } from './contrast'

const TEXTS = ['ink', 'ink-soft', 'ink-faint', 'accent-text', 'allowed', 'refused', 'limited']
const GROUNDS = [
  'ground',
  'surface',
  'sunken',
  'highlight',
  'accent-soft',
  'allowed-soft',
  'refused-soft',
]
const OTHERS = ['limited-soft', 'line', 'line-strong', 'accent', 'accent-hover', 'danger']
const CHARTS = ['chart-main', 'chart-quiet', 'chart-past']
const TINTS = ['tint-1', 'tint-2', 'tint-3', 'tint-4', 'tint-5', 'tint-6']

export function Colours() {
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Palette theme="light" />
      <Palette theme="dark" />
    </div>
  )
}

function Palette({ theme }: { readonly theme: 'light' | 'dark' }) {
  return (
    <div
      data-theme={theme}
      className="rounded-xl border border-line bg-surface p-5 text-ink shadow-raised"
    >
      <h3 className="mb-4 text-sm font-semibold">{theme === 'light' ? 'Light' : 'Dark'}</h3>
      <ul className="grid grid-cols-2 gap-x-5 gap-y-2.5 sm:grid-cols-3 lg:grid-cols-2">
        {TEXTS.map((name) => (
          <Swatch key={name} name={name} text />
        ))}
        {[...GROUNDS, ...OTHERS, ...CHARTS, ...TINTS].map((name) => (
          <Swatch key={name} name={name} />
        ))}
      </ul>
    </div>
  )
}

function Swatch({ name, text = false }: { readonly name: string; readonly text?: boolean }) {
  const box = useRef<HTMLSpanElement>(null)
  const [ratio, setRatio] = useState<string>()
  useEffect(() => {
    const surface = box.current?.closest('[data-theme]')
    if (!text || box.current === null || surface == null) return
    const drawn = getComputedStyle(box.current).backgroundColor
    setRatio(contrast(drawn, getComputedStyle(surface).backgroundColor))
  }, [text])
  return (
    <li className="flex items-center gap-3 text-small">
      <span
        ref={box}
        aria-hidden="true"
        className="size-8 shrink-0 rounded-md border border-line"
        style={{ backgroundColor: `var(--${name})` }}
      />
      <span className="min-w-0">
        <span className="block truncate font-mono text-xs">{name}</span>
        {ratio !== undefined && <span className="block text-xs text-ink-soft">{ratio} : 1</span>}
      </span>
    </li>
  )
}
