/** @returns how this keyboard names the key that Ctrl or ⌘ is. Call it in a browser. */
export function modifierKey(): string {
  return /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl'
}
