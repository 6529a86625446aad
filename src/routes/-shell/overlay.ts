/**
 * Which window lies over the page: the palette, the list of shortcuts, or none. A key and a button
 * far apart open the same one.
 */
import { useSyncExternalStore } from 'react'

export type Overlay = 'palette' | 'shortcuts'

/** Of this tab alone: it is only ever set by a person's hand. */
let shown: Overlay | undefined
const listeners = new Set<() => void>()

/** Shows a window, or closes what is shown. Call it from event handlers. */
export function showOverlay(overlay: Overlay | undefined): void {
  shown = overlay
  for (const tell of listeners) tell()
}

export function useOverlay(): Overlay | undefined {
  return useSyncExternalStore(listen, read, readOnServer)
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

function read(): Overlay | undefined {
  return shown
}

function readOnServer(): undefined {
  return undefined
}
