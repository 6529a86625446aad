/**
 * The short messages of toast.tsx, as they are seen. Base UI's toasts: they put no style element into the
 * page, which the Content-Security-Policy would refuse.
 */
import { Toast } from '@base-ui/react/toast'
import { useEffect } from 'react'
import { cx } from './cx'
import { Icon, type IconName } from './icons'
import { ICON_BUTTON } from './looks'
import { marks } from './marks'
import { deliverTo, type ToastMessage } from './toast'

const manager = Toast.createToastManager()

function add({ title, detail, tone }: ToastMessage): void {
  manager.add({
    title,
    description: detail,
    type: tone ?? 'done',
    priority: tone === undefined ? 'low' : 'high',
    timeout: tone === undefined ? 4000 : 9000,
  })
}

/** The place where they appear. Once it is there, it shows what was said meanwhile. */
export function ToastPlace() {
  useEffect(() => deliverTo(add), [])
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className="fixed right-4 bottom-[calc(1rem+var(--dock-space,0rem))] z-50 flex w-[calc(100vw-2rem)] flex-col gap-2 sm:w-96">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

interface Look {
  readonly border: string
  readonly icon: IconName
  readonly colour: string
}

const DONE: Look = { border: 'border-line', icon: 'yes', colour: 'text-allowed' }
const LOOKS: Readonly<Record<string, Look>> = {
  done: DONE,
  refused: { border: 'border-refused', icon: 'no', colour: 'text-refused' },
  limited: { border: 'border-limited', icon: 'lock', colour: 'text-limited' },
  caution: { border: 'border-line-strong', icon: 'warning', colour: 'text-ink' },
}

function ToastList() {
  const { toasts } = Toast.useToastManager()
  return toasts.map((toast) => {
    const { border, icon, colour } = LOOKS[toast.type ?? 'done'] ?? DONE
    return (
      <Toast.Root
        key={toast.id}
        toast={toast}
        className={cx(
          'rounded-lg border bg-surface text-sm shadow-floating transition-[opacity,translate]',
          'data-ending-style:opacity-0 data-limited:hidden data-starting-style:translate-y-2 data-starting-style:opacity-0',
          border,
        )}
      >
        <Toast.Content className="flex items-start gap-2.5 py-3 pr-2.5 pl-3.5">
          <Icon name={icon} className={cx('mt-0.75 size-4', colour)} />
          <div className="min-w-0 flex-1">
            <Toast.Title className="font-medium" render={<p />} />
            <Toast.Description className="text-ink-soft" />
          </div>
          <Toast.Close
            {...marks({ local: true })}
            aria-label="Dismiss"
            className={cx(ICON_BUTTON, '-my-1.5')}
          >
            <Icon name="cross" />
          </Toast.Close>
        </Toast.Content>
      </Toast.Root>
    )
  })
}
