/** A window over the page that takes the focus and gives it back. */
import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import type { ReactElement, ReactNode } from 'react'
import { buttonClass } from './button'

export interface DialogProps {
  /** The button that opens it. */
  readonly trigger: ReactElement
  readonly title: string
  readonly description?: ReactNode
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}

export function Dialog(props: DialogProps) {
  const { trigger, title, description, open, onOpenChange, children } = props
  return (
    <BaseDialog.Root open={open} onOpenChange={onOpenChange}>
      <BaseDialog.Trigger render={trigger} />
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className="fixed inset-0 bg-black/45 transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <BaseDialog.Popup className="fixed top-1/2 left-1/2 max-h-[calc(100dvh-2rem)] w-[30rem] max-w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-xl border border-line bg-surface p-6 shadow-floating transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0">
          <BaseDialog.Title className="text-lg font-semibold">{title}</BaseDialog.Title>
          {description !== undefined && (
            <BaseDialog.Description className="mt-1.5 text-sm text-ink-soft" render={<div />}>
              {description}
            </BaseDialog.Description>
          )}
          <div className="mt-5">{children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}

/** The row of buttons at the end of a dialog: the way out first, the deed last. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return (
    <div className="mt-1 flex flex-wrap justify-end gap-2">
      <BaseDialog.Close className={buttonClass('quiet')}>Cancel</BaseDialog.Close>
      {children}
    </div>
  )
}
