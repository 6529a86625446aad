/**
 * A menu under a button. Every page has some and few are opened, so until then there is the button
 * alone: a menu with all that places it is a fifth of the first page's script. It is fetched when
 * the mouse comes near, or at the latest when the button is pressed.
 */
import { useRender } from '@base-ui/react/use-render'
import { type KeyboardEvent, lazy, type PointerEvent, useRef, useState } from 'react'
import { marks } from './marks'
import type { LiveMenuProps, MenuProps } from './menu-parts'

const parts = () => import('./menu-parts')

export const MenuItem = lazy(async () => ({ default: (await parts()).MenuItem }))
export const MenuLink = lazy(async () => ({ default: (await parts()).MenuLink }))
export const MenuGroup = lazy(async () => ({ default: (await parts()).MenuGroup }))
export const MenuSeparator = lazy(async () => ({ default: (await parts()).MenuSeparator }))

interface Fetched {
  readonly LiveMenu: (props: LiveMenuProps) => React.ReactNode
  /** The button was pressed meanwhile. */
  readonly startsOpen: boolean
  /** The focus was on the stand-in, which is gone. */
  readonly hadFocus: boolean
}

export function Menu(props: MenuProps) {
  const [fetched, setFetched] = useState<Fetched>()
  const isPressed = useRef(false)
  const standIn = useRef<HTMLButtonElement>(null)

  async function fetchIt(): Promise<void> {
    try {
      const { LiveMenu } = await parts()
      const hadFocus = document.activeElement === standIn.current
      setFetched((known) => known ?? { LiveMenu, startsOpen: isPressed.current, hadFocus })
    } catch {
      // No connection: the next press tries again.
    }
  }

  function press(): void {
    isPressed.current = true
    props.onOpenChange?.(true)
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
        if (pointerType === 'mouse' && which === 0) press()
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (event.key !== 'ArrowDown') return
        event.preventDefault()
        press()
      },
      onClick: press,
    },
    enabled: fetched === undefined,
  })

  if (fetched === undefined) return button
  const { LiveMenu, startsOpen, hadFocus } = fetched
  return (
    <LiveMenu {...props} startsOpen={startsOpen} triggerRef={hadFocus ? takeFocus : undefined} />
  )
}

function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus()
}
