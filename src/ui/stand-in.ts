/**
 * A button that is there before what it opens: every page has some and few are opened, and a list or
 * a menu with all that places it is a fifth of the first page's script. The rest is fetched when the
 * mouse comes near, or at the latest when the button is pressed, and takes the button's place.
 */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { tellNotFetched } from './toast'

export type Press = 'pointer' | 'keyboard' | undefined

/** What has happened to the button before it was replaced. */
export interface Before {
  /** The focus was on it. */
  readonly hadFocus: boolean
  /** How somebody has pressed it, if they have. */
  readonly pressed: Press
}

/**
 * @param fetchParts what is behind the button
 * @param opensAt whether this key opens it, beside those that press every button
 */
export function useStandIn<Parts>(
  fetchParts: () => Promise<Parts>,
  opensAt: (key: string) => boolean,
) {
  const [fetched, setFetched] = useState<{ readonly parts: Parts; readonly before: Before }>()
  const pressed = useRef<Press>(undefined)
  const ref = useRef<HTMLButtonElement>(null)

  function take(parts: Parts): void {
    const before = { pressed: pressed.current, hadFocus: document.activeElement === ref.current }
    setFetched((known) => known ?? { parts, before })
  }

  function fetchIt(): void {
    fetchParts().then(take, () => {
      if (pressed.current !== undefined) tellNotFetched()
    })
  }

  function press(by: Press): void {
    pressed.current = by
    fetchIt()
  }

  const handlers = {
    // A finger's taps are left to `click`: the button must not change under it.
    onPointerEnter: ({ pointerType }: PointerEvent) => {
      if (pointerType === 'mouse') fetchIt()
    },
    onPointerDown: ({ pointerType, button: which }: PointerEvent) => {
      if (pointerType === 'mouse' && which === 0) press('pointer')
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || !opensAt(event.key)) return
      event.preventDefault()
      press('keyboard')
    },
    // A key's click has no count.
    onClick: ({ detail }: MouseEvent) => press(detail === 0 ? 'keyboard' : 'pointer'),
  }
  return { fetched, ref, handlers, fetchIt }
}
