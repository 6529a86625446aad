import { cx } from '~/ui/cx'

/** A person's initials in a disc, for those who look; the name stands beside it. */
export function Initials({ name, strong }: { readonly name: string; readonly strong?: boolean }) {
  const words = name.split(' ').filter((word) => word !== '')
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0])
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-full text-xs font-semibold',
        strong === true ? 'bg-accent text-on-accent' : 'bg-accent-soft text-accent-text',
      )}
    >
      {letters.join('') || '?'}
    </span>
  )
}
