/** The popover itself: fetched when somebody is about to open one (see popover.tsx). */
import { Popover as BasePopover } from '@base-ui/react/popover'
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react'
import { cx } from './cx'
import { FLOATING } from './looks'
import { marks } from './marks'
import type { Replacing } from './stand-in'

export interface PopoverProps {
  /** The button that opens it, which changes nothing by itself and is marked so. */
  readonly trigger: ReactElement
  readonly title: string
  /** Keeps the title for those who can't see. */
  readonly titleHidden?: boolean
  readonly align?: 'start' | 'center' | 'end'
  readonly children: ReactNode
  readonly className?: string
}

export function LivePopover(props: PopoverProps & Replacing) {
  const { trigger, title, titleHidden = false, align = 'start', children, className } = props
  const { before } = props
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const { hadFocus, pressed } = before.current
    // The button takes up what its stand-in was given.
    if (hadFocus) button.current?.focus()
    if (pressed !== undefined) button.current?.click()
  }, [before])
  return (
    <BasePopover.Root>
      <BasePopover.Trigger {...marks({ local: true })} ref={button} render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner
          sideOffset={6}
          align={align}
          collisionPadding={12}
          className="z-40 outline-hidden"
        >
          <BasePopover.Popup
            className={cx(FLOATING, 'w-80 max-w-(--available-width) p-4 text-sm', className)}
          >
            <BasePopover.Title className={cx('mb-1 font-semibold', titleHidden && 'sr-only')}>
              {title}
            </BasePopover.Title>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}
