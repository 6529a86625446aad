import { useState } from 'react'

const KEY = 'gatehouse.dock'
const FOLDED = 'folded'

/** Whether the dock is folded away, remembered in this browser where it lets us. */
export function useFolded(): [boolean, (folded: boolean) => void] {
  const [folded, setFolded] = useState(isFolded)
  function fold(next: boolean): void {
    setFolded(next)
    try {
      localStorage.setItem(KEY, next ? FOLDED : 'open')
    } catch {
      // Then it is open again on the next page.
    }
  }
  return [folded, fold]
}

function isFolded(): boolean {
  try {
    return localStorage.getItem(KEY) === FOLDED
  } catch {
    return false
  }
}
