/**
 * Every shortcut, once: what is pressed, what it says it does, and what it does. The listener and
 * the list under `?` both read this.
 */
import type { Access } from '~/authz'
import { destinationsFor } from '../destinations'
import { NEW_THINGS, shownControl } from '../new-things'
import { showOverlay } from '../overlay'

export interface Shortcut {
  /** Pressed one after the other; `mod` is held with the key that follows. */
  readonly keys: readonly string[]
  readonly label: string
  readonly group: 'Anywhere' | 'On this page' | 'Go to'
  readonly run: () => unknown
  /** Whether the page has what it is for; without it, every page has. */
  readonly isHere?: () => boolean
}

/** What a page has to search in. */
const SEARCH = 'main input[type="search"], main [role="searchbox"]'

/** What a page has to make something with. */
const NEW = NEW_THINGS.map(({ control }) => control).join(', ')

/**
 * @param access the viewer's facts: only pages that they may open have a shortcut
 * @param goTo opens a page
 */
export function shortcutsFor(
  access: Access | null,
  goTo: (path: string) => unknown,
): readonly Shortcut[] {
  const pages = destinationsFor(access).flatMap((group) => group.pages)
  return [
    {
      keys: ['mod', 'k'],
      label: 'Search or jump to',
      group: 'Anywhere',
      run: () => showOverlay('palette'),
    },
    {
      keys: ['?'],
      label: 'This list',
      group: 'Anywhere',
      run: () => showOverlay('shortcuts'),
    },
    {
      keys: ['/'],
      label: 'Search the list',
      group: 'On this page',
      run: () => shownControl(SEARCH)?.focus(),
      isHere: () => shownControl(SEARCH) !== undefined,
    },
    {
      keys: ['n'],
      label: 'Make something new',
      group: 'On this page',
      run: () => shownControl(NEW)?.click(),
      isHere: () => shownControl(NEW) !== undefined,
    },
    ...pages.map(({ shortcut, label, to }): Shortcut => ({
      keys: ['g', shortcut],
      label,
      group: 'Go to',
      run: () => goTo(to),
    })),
  ]
}
