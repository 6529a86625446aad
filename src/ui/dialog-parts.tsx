/** The window itself: fetched when somebody is about to open one (see dialog.tsx). */
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactNode, RefObject } from 'react'
import { buttonClass } from './button'
import { cx } from './cx'
import type { DialogProps } from './dialog'
import { Icon } from './icons'
import { BACKDROP, ICON_BUTTON } from './looks'
import { marks } from './marks'

export interface DialogWindowProps extends Omit<DialogProps, 'trigger'> {
  /** Where the focus goes when it closes. Without a button that opens it, to where it was. */
  readonly opener: RefObject<HTMLElement | null> | undefined
}

export function DialogWindow(props: DialogWindowProps) {
  const { opener, title, description, open, onOpenChange, children } = props
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={BACKDROP} />
        <BaseDialog.Popup
          finalFocus={opener}
          className="fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[30rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-xl border border-line bg-surface p-6 shadow-floating transition-[opacity,scale] data-ending-style:scale-98 data-starting-style:scale-98 data-ending-style:opacity-0 data-starting-style:opacity-0"
        >
          <BaseDialog.Title className="pr-8 text-lg leading-snug wrap-anywhere font-semibold">
            {title}
          </BaseDialog.Title>
          {description !== undefined && (
            <BaseDialog.Description className="mt-1.5 text-sm text-ink-soft" render={<div />}>
              {description}
            </BaseDialog.Description>
          )}
          <div className="mt-5">{children}</div>
          {/* Last, so that the focus starts in what the window is about. */}
          <CloseButton />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

/** The row of buttons at the end of a dialog: the way out first, the deed last. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mt-1 flex flex-wrap justify-end gap-2">
      <BaseDialog.Close {...marks({ local: true })} className={buttonClass('quiet')}>
        Cancel
      </BaseDialog.Close>
      {children}
    </div>
  )
}

/** The cross in the corner of a window. */
export function CloseButton() {
  return (
    <BaseDialog.Close
      {...marks({ local: true })}
      aria-label="Close"
      className={cx(
        ICON_BUTTON,
        'absolute top-4 right-4 pointer-coarse:top-2.5 pointer-coarse:right-2.5',
      )}
    >
      <Icon name="cross" />
    </BaseDialog.Close>
  )
}
