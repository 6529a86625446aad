/** More about something, beside it: an explanation, a few settings. The page stays usable. */
import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx'
import { FLOATING } from './looks'
import { marks } from './marks'

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

export function Popover(props: PopoverProps) {
  const { trigger, title, titleHidden = false, align = 'start', children, className } = props
  return (
    <BasePopover.Root>
      <BasePopover.Trigger {...marks({ local: true })} render={trigger} />
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
