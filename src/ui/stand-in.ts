/**
 * A button that is there before what it opens: every page has some and few are opened, and a list or
 * a menu with all that places it is a fifth of the first page's script. The rest is fetched when the
 * mouse comes near, or at the latest when the button is pressed, and takes the button's place.
 */
import { type KeyboardEvent, type MouseEvent, type PointerEvent, useRef, useState } from 'react'
import { tellNotFetched } from './toast'

export type Press = 'pointer' | 'keyboard' | undefined

/** What has happened to the button before it was replaced. */
interface Before {
  /** The focus was on it. */
  hadFocus: boolean
  /** How somebody has pressed it, if they have. */
  pressed: Press
}

export interface Replacing {
  /**
   * To be read when what takes the button's place is there, and no sooner: until then the button is,
   * and may be pressed.
   */
  readonly before: { readonly current: Readonly<Before> }
}

/**
 * @param fetchParts what is behind the button
 * @param opensAt whether this key opens it, beside those that press every button
 */
export function useStandIn<Parts>(
  fetchParts: () => Promise<Parts>,
  opensAt: (key: string) => boolean,
) {
  const [fetched, setFetched] = useState<{ readonly parts: Parts }>()
  const before = useRef<Before>({ hadFocus: false, pressed: undefined })
  const ref = useRef<HTMLButtonElement>(null)

  function take(parts: Parts): void {
    before.current.hadFocus = document.activeElement === ref.current
    setFetched((known) => known ?? { parts })
  }

  function fetchIt(): void {
    fetchParts().then(take, () => {
      if (before.current.pressed !== undefined) tellNotFetched()
    })
  }

  function press(by: Press): void {
    before.current.pressed = by
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
  return { fetched, before, ref, handlers, fetchIt }
}
