/**
 * Short messages about what just happened. Base UI's toasts: they put no style element into the
 * page, which the Content-Security-Policy would refuse.
 */
import { Toast } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { cx } from './cx'

const manager = Toast.createToastManager()

export interface ToastMessage {
  readonly title: string
  readonly detail?: string
  /** A refusal stays longer and is read out at once. */
  readonly refused?: boolean
}

/** Shows a message. Call it from event handlers only. */
export function showToast({ title, detail, refused = false }: ToastMessage): void {
  manager.add({
    title,
    description: detail,
    type: refused ? 'refused' : 'done',
    priority: refused ? 'high' : 'low',
    timeout: refused ? 9000 : 4000,
  })
}

/** Around everything that may show one. */
export function Toaster({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-2rem)] flex-col gap-2 sm:w-96">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function ToastList() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className={cx(
        'rounded-lg border bg-surface text-sm shadow-floating transition-opacity duration-200',
        'data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0',
        toast.type === 'refused' ? 'border-refused' : 'border-line',
      )}
    >
      <Toast.Content className="flex items-start gap-3 p-4">
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-semibold" render={<p />} />
          <Toast.Description className="text-ink-soft" />
        </div>
        <Toast.Close
          aria-label="Dismiss"
          className="-m-1 rounded px-2 text-ink-faint hover:text-ink"
        >
          ✕
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
