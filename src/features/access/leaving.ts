/**
 * Whether this tab is on its way to another document: it switches organization, or signs in or out.
 *
 * The server may have switched before the new document is there. What the old page still reads is
 * then refused, rightly, and must not be shown: nobody else changed anything, and the page is gone
 * in a moment.
 */

/** Of this tab alone. The server never leaves: there, one variable would be everybody's. */
let leaving = false
const waiting = new Set<() => void>()

export function isLeaving(): boolean {
  return leaving
}

/** From here on, refusals wait. */
export function beginLeaving(): void {
  leaving = true
}

/** It did not come to that: what was refused meanwhile is shown after all. */
export function stay(): void {
  leaving = false
  for (const go of waiting) go()
  waiting.clear()
}

/** @returns at once, or, in a tab that is leaving, not before it stays after all */
export async function unlessLeaving(): Promise<void> {
  if (leaving) await new Promise<void>((resolve) => waiting.add(resolve))
}
