/**
 * The place for short messages. Nothing has happened while a page loads, so what shows them is
 * fetched after it, and is there before it is needed: a region that appeared together with its
 * first message would not be read out.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react'

/** Beside everything that may show one. */
export function Toaster({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState<{ readonly Place: ComponentType }>()
  useEffect(
    () =>
      whenIdle(async () => {
        const { ToastPlace } = await import('./toast-list')
        setPlace({ Place: ToastPlace })
      }),
    [],
  )
  return (
    <>
      {children}
      {place !== undefined && <place.Place />}
    </>
  )
}

/** After the page has become usable. @returns cancels it */
function whenIdle(work: () => Promise<void>): () => void {
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(() => void work(), 300)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(() => void work(), { timeout: 2000 })
  return () => cancelIdleCallback(request)
}
