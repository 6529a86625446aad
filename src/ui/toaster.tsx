/**
 * The place for short messages. Nothing has happened while a page loads, so what shows them is
 * fetched after it, and is there before it is needed: a region that appeared together with its
 * first message would not be read out.
 */
import type { ReactNode } from 'react'
import { useLater } from './when-idle'

const fetchList = () => import('./toast-list')

/** Beside everything that may show one. */
export function Toaster({ children }: { readonly children: ReactNode }) {
  const parts = useLater(fetchList)
  return (
    <>
      {children}
      {parts !== undefined && <parts.ToastPlace />}
    </>
  )
}
