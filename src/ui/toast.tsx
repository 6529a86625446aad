/**
 * Short messages about what just happened. Base UI's toasts: they put no style element into the
 * page, which the Content-Security-Policy would refuse.
 */
import { Toast } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { Icon } from './icons'

const manager = Toast.createToastManager()

export interface ToastMessage {
  readonly title: string
  readonly detail?: string
  /** Why it did not happen: such a message stays longer and is read out at once. */
  readonly tone?: 'refused' | 'limited'
}

/** Shows a message. Call it from event handlers only. */
export function showToast({ title, detail, tone }: ToastMessage): void {
  manager.add({
    title,
    description: detail,
    type: tone ?? 'done',
    priority: tone === undefined ? 'low' : 'high',
    timeout: tone === undefined ? 4000 : 9000,
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

const BORDERS: Readonly<Record<string, string>> = {
  done: 'border-line',
  refused: 'border-refused',
  limited: 'border-limited',
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
        BORDERS[toast.type ?? 'done'],
      )}
    >
      <Toast.Content className="flex items-start gap-3 p-4">
        <div className="min-w-0 flex-1">
          <Toast.Title className="font-semibold" render={<p />} />
          <Toast.Description className="text-ink-soft" />
        </div>
        <Toast.Close
          aria-label="Dismiss"
          className="-m-1 rounded p-1 text-ink-faint hover:text-ink"
        >
          <Icon name="cross" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ))
}
