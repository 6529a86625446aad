/** What a page can do without until it has become usable. */
import { startTransition, useEffect, useState } from 'react'

/**
 * A part that is fetched after the page, and until then is not there. Not React's `lazy`: a fallback
 * that is shown while the page is being taken over holds all the rest of it up for 300 ms.
 *
 * @param fetchPart the same function at every call
 * @param isWanted whether it is to be fetched at all yet
 */
export function useLater<Part>(fetchPart: () => Promise<Part>, isWanted = true): Part | undefined {
  const [part, setPart] = useState<{ readonly loaded: Part }>()
  useEffect(() => {
    if (!isWanted) return undefined
    return whenIdle(async () => {
      const loaded = await fetchPart()
      // In slices: a press meanwhile comes first.
      startTransition(() => setPart({ loaded }))
    })
  }, [fetchPart, isWanted])
  return part?.loaded
}

/**
 * After the page has become usable. What fails then for want of a connection is told when it is
 * needed. @returns cancels it
 */
export function whenIdle(work: () => void | Promise<void>): () => void {
  const start = () => {
    Promise.resolve(work()).catch(() => undefined)
  }
  // Safari has no idle callbacks.
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(start, 300)
    return () => clearTimeout(timer)
  }
  const request = requestIdleCallback(start, { timeout: 2000 })
  return () => cancelIdleCallback(request)
}
