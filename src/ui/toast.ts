/** Short messages about what just happened, from whoever has something to say to toaster.tsx. */

export interface ToastMessage {
  readonly title: string
  readonly detail?: string
  /** Why it did not happen: such a message stays longer and is read out at once. */
  readonly tone?: 'refused' | 'limited'
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
