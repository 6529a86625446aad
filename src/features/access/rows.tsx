/** The rows of a list: dimmed, and said to be busy, while others that were asked for are on their way. */
import { useLocation } from '@tanstack/react-router'
import { type ReactNode, useDeferredValue } from 'react'
import { cx } from '~/ui/cx'

export function Rows({ children }: { readonly children: ReactNode }) {
  const asked = useLocation({ select: ({ searchStr }) => searchStr })
  // Follows together with `useAsked`, whose rows hold both back until they are there.
  const isBehind = useDeferredValue(asked) !== asked
  return (
    <div
      aria-busy={isBehind || undefined}
      className={cx('transition-opacity', isBehind && 'opacity-50 delay-150')}
    >
      {children}
    </div>
  )
}
