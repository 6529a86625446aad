/** Keys to press. `mod` is the command key of a Mac and Control elsewhere. */
import { useHydrated } from '@tanstack/react-router'

const SIGNS: Readonly<Record<string, string>> = {
  enter: '↵',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  shift: '⇧',
}

export function Kbd({ keys }: { readonly keys: readonly string[] }) {
  // The server doesn't know the machine: the first render in the browser says what it said.
  const mac = useHydrated() && /Mac|iPhone|iPad/.test(navigator.userAgent)
  return (
    <span className="inline-flex gap-0.5">
      {keys.map((key) => (
        <kbd
          key={key}
          className="inline-flex h-5 min-w-5 items-center justify-center rounded border border-line bg-sunken px-1 font-sans text-tiny leading-none text-ink-soft"
        >
          {key === 'mod' ? (mac ? '⌘' : 'Ctrl') : (SIGNS[key] ?? key)}
        </kbd>
      ))}
    </span>
  )
}
