/** Short messages about what just happened, from whoever has something to say to toaster.tsx. */

export interface ToastMessage {
  readonly title: string
  readonly detail?: string
  /** Why it did not happen, or what to mind: it stays longer and is read out at once. */
  readonly tone?: 'refused' | 'limited' | 'caution'
}

type Deliver = (message: ToastMessage) => void

let deliver: Deliver | undefined
/** Said before there was a place to show it. */
const waiting: ToastMessage[] = []

/** Shows a message. Call it from event handlers only: on the server these would be everybody's. */
export function showToast(message: ToastMessage): void {
  if (deliver === undefined) waiting.push(message)
  else deliver(message)
}

/** For the place where messages are shown. @returns how to take it away again */
export function deliverTo(place: Deliver): () => void {
  deliver = place
  for (const message of waiting.splice(0)) place(message)
  return () => {
    deliver = undefined
  }
}

let toldAt = 0

/**
 * Said when the script behind a button did not come, once for all that a press sets off. A browser
 * does not ask twice for a module that it did not get, so a second press is no help.
 */
export function tellNotFetched(): void {
  if (Date.now() - toldAt < 1000) return
  toldAt = Date.now()
  showToast({
    title: 'Couldn’t be opened',
    detail: 'A part of the page could not be fetched. Check the connection and reload the page.',
    tone: 'refused',
  })
}
