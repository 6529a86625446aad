/** When a page that has just been opened has stopped changing: its data has come. */

const QUIET_MS = 350
const PATIENCE_MS = 5_000

/**
 * Calls back once nothing has changed in the page for a moment and nothing in it is still busy,
 * or after a few seconds in any case.
 *
 * @returns how to call it off
 */
export function whenSettled(callback: () => void): () => void {
  let timer = setTimeout(check, QUIET_MS)
  const observer = new MutationObserver(wait)
  observer.observe(document.body, { childList: true, subtree: true })
  const last = setTimeout(finish, PATIENCE_MS)

  function wait(): void {
    clearTimeout(timer)
    timer = setTimeout(check, QUIET_MS)
  }

  function check(): void {
    if (document.querySelector('main [aria-busy="true"]') === null) finish()
    else wait()
  }

  function finish(): void {
    stop()
    callback()
  }

  function stop(): void {
    observer.disconnect()
    clearTimeout(timer)
    clearTimeout(last)
  }

  return stop
}
