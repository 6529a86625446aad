/**
 * A menu under a button. Every page has some and few are opened, so until then there is the button
 * alone: a menu with all that places it is a fifth of the first page's script. It is fetched when
 * the mouse comes near, or at the latest when the button is pressed.
 */
import { useRender } from '@base-ui/react/use-render'
import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react'
import { marks } from './marks'
import type {
  LiveMenuProps,
  MenuGroupProps,
  MenuItemProps,
  MenuLinkProps,
  MenuProps,
  Press,
} from './menu-parts'

/** There from the first menu on that somebody was about to open. */
let parts: typeof import('./menu-parts') | undefined

async function fetchParts(): Promise<typeof import('./menu-parts')> {
  parts ??= await import('./menu-parts')
  return parts
}

// What is in a menu is drawn in an open one alone, and there the parts are. They are not React's
// `lazy`: that would draw them a moment after the menu, which would find nothing to focus.

export function MenuItem(props: MenuItemProps) {
  return parts && <parts.MenuItem {...props} />
}

export function MenuLink(props: MenuLinkProps) {
  return parts && <parts.MenuLink {...props} />
}

export function MenuGroup(props: MenuGroupProps) {
  return parts && <parts.MenuGroup {...props} />
}

export function MenuSeparator() {
  return parts && <parts.MenuSeparator />
}

interface Fetched extends Pick<LiveMenuProps, 'hadFocus' | 'pressed'> {
  readonly LiveMenu: (props: LiveMenuProps) => ReactNode
}

export function Menu(props: MenuProps) {
  const [fetched, setFetched] = useState<Fetched>()
  const pressed = useRef<Press>(undefined)
  const standIn = useRef<HTMLButtonElement>(null)

  async function fetchIt(): Promise<void> {
    try {
      const { LiveMenu } = await fetchParts()
      const hadFocus = document.activeElement === standIn.current
      setFetched((known) => known ?? { LiveMenu, pressed: pressed.current, hadFocus })
    } catch {
      // No connection: the next press tries again.
    }
  }

  function press(by: Press): void {
    pressed.current = by
    void fetchIt()
  }

  const button = useRender({
    render: props.trigger,
    ref: standIn,
    props: {
      ...marks({ local: true }),
      'aria-haspopup': 'menu' as const,
      'aria-expanded': false,
      // A finger's taps are left to `click`: the button must not change under it.
      onPointerEnter: ({ pointerType }: PointerEvent) => {
        if (pointerType === 'mouse') void fetchIt()
      },
      onPointerDown: ({ pointerType, button: which }: PointerEvent) => {
        if (pointerType === 'mouse' && which === 0) press('pointer')
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        press('keyboard')
      },
      // A key's click has no count.
      onClick: ({ detail }: MouseEvent) => press(detail === 0 ? 'keyboard' : 'pointer'),
    },
    enabled: fetched === undefined,
  })

  if (fetched === undefined) return button
  const { LiveMenu, ...before } = fetched
  return <LiveMenu {...props} {...before} />
}
