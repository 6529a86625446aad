/** A key with Control, or with the command key of a Mac, anywhere on the page. */
import { useEffect, useRef } from 'react'

/**
 * @param key the letter, as `event.key` gives it
 * @param press what it does; the browser's own use of the key is prevented
 */
export function useHotkey(key: string, press: () => void): void {
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  }, [press])
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key.toLowerCase() !== key || !(event.metaKey || event.ctrlKey)) return
      if (event.altKey || event.shiftKey) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [key])
}
