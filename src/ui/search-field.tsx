/**
 * A box to search a list with. The address holds what is searched for: `value` comes from there,
 * and `onSearch` is to write it there, a moment after the last letter or at Enter.
 */
import { useEffect, useRef, useState } from 'react'
import { cx } from './cx'
import { Icon } from './icons'
import { CONTROL, ICON_BUTTON } from './looks'
import { type Marks, marksOr } from './marks'

export interface SearchFieldProps extends Marks {
  /** `Search members` */
  readonly label: string
  readonly value: string
  readonly onSearch: (text: string) => void
  readonly placeholder?: string
  /** Milliseconds without a letter. */
  readonly delay?: number
  readonly className?: string
}

export function SearchField(props: SearchFieldProps) {
  const { label, value, onSearch, placeholder = label, delay = 250, className } = props
  const { draft, type, search } = useDraft(value, onSearch, delay)
  const attributes = marksOr({ nav: true }, props)
  return (
    <div className={cx('relative', className ?? 'w-full sm:w-72')}>
      <Icon
        name="search"
        className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-faint"
      />
      <input
        {...attributes}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={draft}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search(draft)
          if (event.key === 'Escape' && draft !== '') search('')
        }}
        className={cx(
          CONTROL,
          'w-full pr-9 pl-9 pointer-coarse:pr-12 [&::-webkit-search-cancel-button]:hidden',
        )}
      />
      {draft !== '' && (
        <button
          {...attributes}
          type="button"
          aria-label="Clear the search"
          onClick={() => search('')}
          className={cx(
            ICON_BUTTON,
            'absolute top-1/2 right-1 pointer-fine:size-7! -translate-y-1/2',
          )}
        >
          <Icon name="cross" className="size-3.5" />
        </button>
      )}
    </div>
  )
}

/** What is in the box: ahead of the address while somebody types, and behind it never. */
function useDraft(value: string, onSearch: (text: string) => void, delay: number) {
  const [draft, setDraft] = useState(value)
  const [known, setKnown] = useState(value)
  const [sent, setSent] = useState(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  if (value !== known) {
    setKnown(value)
    // What was sent from here comes back as it is, perhaps after more was typed. Anything else is
    // the way back, or a link that clears the filters.
    if (value !== sent) {
      setSent(value)
      setDraft(value)
    }
  }

  function search(text: string): void {
    clearTimeout(timer.current)
    setDraft(text)
    if (text.trim() === sent) return
    setSent(text.trim())
    onSearch(text.trim())
  }

  function type(text: string): void {
    setDraft(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => search(text), delay)
  }

  return { draft, type, search }
}
