/** Looks that several primitives share: one height, one hairline, one way to float. */

/** A box to type or choose in. */
export const CONTROL =
  'min-h-9 rounded-md border border-line-strong bg-surface px-3 text-sm text-ink ' +
  'placeholder:text-ink-faint transition-colors hover:border-ink-faint ' +
  'focus-visible:outline-offset-0 data-invalid:border-refused pointer-coarse:min-h-11 ' +
  'pointer-coarse:text-base disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-soft ' +
  'data-disabled:cursor-not-allowed data-disabled:bg-sunken data-disabled:text-ink-soft'

/** The button that shows what is chosen from a list, and opens it. */
export const LIST_BUTTON = `${CONTROL} flex w-full items-center justify-between gap-2 text-left select-none`

export const SMALL_LIST_BUTTON = 'min-h-8! px-2.5! text-small! pointer-coarse:min-h-11!'

/** What appears over the page beside the control that opened it. */
export const FLOATING =
  'rounded-lg border border-line bg-surface text-ink shadow-floating outline-hidden ' +
  'origin-(--transform-origin) transition-[opacity,scale] ' +
  'data-ending-style:scale-98 data-ending-style:opacity-0 ' +
  'data-starting-style:scale-98 data-starting-style:opacity-0'

/** A line of a list that floats: a menu's item, an option. */
export const ITEM =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm outline-hidden ' +
  'select-none data-disabled:text-ink-faint data-highlighted:bg-highlight pointer-coarse:min-h-11'

/** Above the line of a group of such items. */
export const ITEM_GROUP = 'px-2.5 pt-2 pb-1 text-xs font-medium text-ink-faint select-none'

/** Behind a window: the page steps back. */
export const BACKDROP =
  'fixed inset-0 z-40 bg-black/45 transition-opacity ' +
  'data-ending-style:opacity-0 data-starting-style:opacity-0'

/** A square for one icon. */
export const ICON_BUTTON =
  'inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-faint ' +
  'transition-colors hover:bg-highlight hover:text-ink pointer-coarse:size-11'

/** The word over a field. */
export const LABEL = 'text-sm font-medium'

/** What helps to fill it in. */
export const HINT = 'text-small text-ink-faint'

/** What was wrong. */
export const ERROR = 'text-small font-medium text-refused'
