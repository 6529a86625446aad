/** A window at the page's side: details beside the list they belong to, or a narrow screen's menu. */
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactElement, ReactNode } from 'react'
import { cx } from './cx'
import { CloseButton } from './dialog-parts'
import { BACKDROP } from './looks'

export interface DrawerProps {
  /** The button that opens it; without one, something else does. */
  readonly trigger?: ReactElement
  readonly title: string
  readonly description?: ReactNode
  readonly side?: 'left' | 'right'
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
  /** Stays in sight below what scrolls. */
  readonly footer?: ReactNode
}

const SIDES = {
  left: 'left-0 border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full',
  right: 'right-0 border-l data-ending-style:translate-x-full data-starting-style:translate-x-full',
}

export function Drawer(props: DrawerProps) {
  const { trigger, title, description, side = 'right', open, onOpenChange } = props
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      {trigger !== undefined && <BaseDialog.Trigger render={trigger} />}
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={BACKDROP} />
        <BaseDialog.Popup
          className={cx(
            'fixed inset-y-0 z-50 flex w-[28rem] max-w-[calc(100vw-3rem)] flex-col border-line bg-surface',
            'shadow-floating outline-hidden transition-transform duration-drawer',
            SIDES[side],
          )}
        >
          <div className="flex min-h-16 flex-col justify-center border-b border-line px-5 py-3 pr-14">
            <BaseDialog.Title className="leading-snug font-semibold">{title}</BaseDialog.Title>
            {description !== undefined && (
              <BaseDialog.Description className="mt-0.5 text-sm text-ink-soft" render={<div />}>
                {description}
              </BaseDialog.Description>
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto p-5">{props.children}</div>
          {props.footer !== undefined && (
            <div className="flex justify-end gap-2 border-t border-line px-5 py-3">
              {props.footer}
            </div>
          )}
          {/* Last, so that the focus starts in what the drawer is about. */}
          <CloseButton />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
