/**
 * Arriving on another page without a new document. A browser says nothing then, so the focus goes to
 * the page's title: it is read out, and the next Tab is the page's first control.
 */
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'

export function useArrival(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onResolved', ({ fromLocation, pathChanged }) => {
        // A first page is read out by itself, and a filter or a sort leaves one where one was.
        if (fromLocation !== undefined && pathChanged) requestAnimationFrame(focusTitle)
      }),
    [router],
  )
}

/** Where something else has taken the focus by now, it stays there. */
const OCCUPIED = 'main input, main textarea, main select, [role="dialog"][data-open]'

function focusTitle(): void {
  if (window.location.hash !== '' || document.activeElement?.closest(OCCUPIED) != null) return
  const title = document.querySelector('h1')
  if (title === null) return
  title.tabIndex = -1
  // Where the page is scrolled to is the router's to say.
  title.focus({ preventScroll: true })
}
