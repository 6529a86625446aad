/**
 * Whether single keys do anything. Somebody who speaks to their computer, or rests a hand on the
 * keyboard, must be able to switch them off (WCAG 2.1.4); remembered in this browser.
 */
import { useSyncExternalStore } from 'react'

const KEY = 'gatehouse.single-keys'
const OFF = 'off'
const listeners = new Set<() => void>()

export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF
  } catch {
    return true
  }
}

export function switchSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, OFF)
  } catch {
    // A browser that keeps nothing: they stay on.
  }
  for (const tell of listeners) tell()
}

export function useSingleKeys(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell)
      return () => listeners.delete(tell)
    },
    singleKeysAreOn,
    () => true,
  )
}
