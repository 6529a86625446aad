/**
 * A window over the page that takes the focus and gives it back. Few are ever opened, so what draws
 * them is fetched when somebody comes near the button that opens one, or at the latest presses it.
 */
import { useRender } from '@base-ui/react/use-render'
import {
  type ReactElement,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react'
import { tellNotFetched } from './toast'
import { whenIdle } from './when-idle'

export interface DialogProps {
  /** The button that opens it; without one, something else does. */
  readonly trigger?: ReactElement
  readonly title: string
  readonly description?: ReactNode
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly children: ReactNode
}

/** There from the first window on that somebody was about to open. */
let parts: typeof import('./dialog-parts') | undefined

// What is in a window is drawn in an open one alone, and there the parts are.

/** The row of buttons at the end of a dialog: the way out first, the deed last. */
export function DialogButtons(props: { readonly children: ReactNode }) {
  return parts && <parts.DialogButtons {...props} />
}

export function Dialog({ trigger, ...props }: DialogProps) {
  const { open, onOpenChange } = props
  const [fetched, setFetched] = useState(parts)
  const opener = useRef<HTMLElement>(null)

  async function fetchParts(): Promise<void> {
    parts ??= await import('./dialog-parts')
    setFetched(parts)
  }

  function openIt(): void {
    onOpenChange(true)
    fetchParts().catch(() => {
      onOpenChange(false)
      tellNotFetched()
    })
  }

  // Nobody comes near what opens by itself, and then there may be no connection.
  const fetchEarly = useEffectEvent(fetchParts)
  const opensItself = trigger === undefined
  useEffect(() => (opensItself ? whenIdle(fetchEarly) : undefined), [opensItself])

  const button = useRender({
    render: trigger,
    ref: opener,
    props: {
      'aria-haspopup': 'dialog' as const,
      'aria-expanded': open,
      onPointerEnter: () => void fetchParts().catch(() => undefined),
      onFocus: () => void fetchParts().catch(() => undefined),
      onClick: openIt,
    },
    enabled: !opensItself,
  })
  return (
    <>
      {button}
      {fetched !== undefined && (
        <fetched.DialogWindow {...props} opener={opensItself ? undefined : opener} />
      )}
    </>
  )
}
