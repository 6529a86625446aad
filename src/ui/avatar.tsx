/** Somebody's initials on a tint that stays theirs. Decoration: their name stands beside it. */
import { cx } from './cx'

const TINTS = ['bg-tint-1', 'bg-tint-2', 'bg-tint-3', 'bg-tint-4', 'bg-tint-5', 'bg-tint-6']

const SIZES = {
  small: 'size-6 text-mini',
  medium: 'size-8 text-xs',
  large: 'size-12 text-base',
}

export interface AvatarProps {
  readonly name: string
  readonly size?: keyof typeof SIZES
  /** Organizations are square, people are round. */
  readonly square?: boolean
}

export function Avatar({ name, size = 'medium', square = false }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={cx(
        'inline-flex shrink-0 items-center justify-center leading-none font-semibold tracking-wide text-ink select-none',
        square ? 'rounded-md' : 'rounded-full',
        SIZES[size],
        tintOf(name),
      )}
    >
      {initialsOf(name)}
    </span>
  )
}

/** @returns the first letters of the first and the last word */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends.map(firstLetter).join('')
}

/** By code point: half of a surrogate pair is no letter. */
function firstLetter(word = ''): string {
  const letter = word.codePointAt(0)
  return letter === undefined ? '' : String.fromCodePoint(letter).toUpperCase()
}

/** By the name alone, which every place has: somebody's tint is the same in all of them. */
function tintOf(name: string): string | undefined {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return TINTS[sum % TINTS.length]
}
