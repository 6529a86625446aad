/** Which shortcut a key completes, given the one before it. */
import type { Shortcut } from './registry'

/** What is known of a key that was pressed. */
export interface Press {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

export type Outcome =
  | { readonly does: Shortcut }
  /** It begins one: the next key decides. */
  | { readonly begins: string }
  | undefined

/**
 * @param before the key that began a shortcut, if one did just now
 * @param singles whether keys count that are pressed alone; they can be switched off
 */
export function pressed(
  shortcuts: readonly Shortcut[],
  { key, ctrlKey, metaKey, altKey }: Press,
  before: string | undefined,
  singles: boolean,
): Outcome {
  const typed = key.length === 1 ? key.toLowerCase() : key
  if (altKey) return undefined
  if (ctrlKey || metaKey) return doing(shortcuts, ['mod', typed])
  if (!singles) return undefined
  if (before !== undefined) return doing(shortcuts, [before, typed])
  return (
    doing(shortcuts, [typed]) ??
    (shortcuts.some(({ keys }) => keys.length > 1 && keys[0] === typed)
      ? { begins: typed }
      : undefined)
  )
}

function doing(shortcuts: readonly Shortcut[], typed: readonly string[]): Outcome {
  const does = shortcuts.find(({ keys }) => keys.join(' ') === typed.join(' '))
  return does === undefined ? undefined : { does }
}
