/** Keys to press, one after the other. */
export function Keys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1">
      {keys.map((key, index) => (
        <kbd
          // A shortcut may hold the same key twice, and never changes.
          key={`${index.toString()} ${key}`}
          className="inline-flex min-w-5 items-center justify-center rounded border border-line bg-sunken px-1 font-mono text-[0.6875rem] leading-4 text-ink-soft"
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
