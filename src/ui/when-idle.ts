/**
 * After the page has become usable. What fails then for want of a connection is tried again when it
 * is needed. @returns cancels it
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
